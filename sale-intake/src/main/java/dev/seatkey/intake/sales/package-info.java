/** The sale itself: what was fixed at its registration, and where it stands. */
@NullMarked
package dev.seatkey.intake.sales;

import org.jspecify.annotations.NullMarked;
