/** Torture: the whole product under faults, with its promises checked from outside. */
@NullMarked
package dev.seatkey.torture;

import org.jspecify.annotations.NullMarked;
