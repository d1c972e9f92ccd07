/** Waiting: for a while, until something is so, until nothing more comes. */
@NullMarked
package dev.seatkey.torture.pace;

import org.jspecify.annotations.NullMarked;
