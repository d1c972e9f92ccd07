/** Sales and launches to test with, which read like the domain. */
@NullMarked
package dev.seatkey.keys.samples;

import org.jspecify.annotations.NullMarked;
