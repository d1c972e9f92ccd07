/** Registering a sale: checked as a whole, priced, stored once, answered (S1 to S11). */
@NullMarked
package dev.seatkey.intake.registration;

import org.jspecify.annotations.NullMarked;
