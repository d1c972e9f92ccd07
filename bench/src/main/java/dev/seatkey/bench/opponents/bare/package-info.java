/** The limit of the machine. */
@NullMarked
package dev.seatkey.bench.opponents.bare;

import org.jspecify.annotations.NullMarked;
