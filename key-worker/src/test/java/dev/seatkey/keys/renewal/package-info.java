/** Tests. */
@NullMarked
package dev.seatkey.keys.renewal;

import org.jspecify.annotations.NullMarked;
