/** A worker without a database. */
@NullMarked
package dev.seatkey.bench.opponents.streams;

import org.jspecify.annotations.NullMarked;
