/** Launches, seats and keys: who gets which key, and why somebody gets none. */
@NullMarked
package dev.seatkey.keys.issuing;

import org.jspecify.annotations.NullMarked;
