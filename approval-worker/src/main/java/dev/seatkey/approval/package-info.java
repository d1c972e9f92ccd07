/** Decides what becomes of registered sales. */
@NullMarked
package dev.seatkey.approval;

import org.jspecify.annotations.NullMarked;
