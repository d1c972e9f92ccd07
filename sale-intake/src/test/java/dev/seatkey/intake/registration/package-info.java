/** Tests. */
@NullMarked
package dev.seatkey.intake.registration;

import org.jspecify.annotations.NullMarked;
