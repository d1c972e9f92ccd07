/** A worker as most people would write it. */
@NullMarked
package dev.seatkey.bench.opponents.plain;

import org.jspecify.annotations.NullMarked;
