/** An application that does nothing. */
@NullMarked
package dev.seatkey.bench.opponents.empty;

import org.jspecify.annotations.NullMarked;
