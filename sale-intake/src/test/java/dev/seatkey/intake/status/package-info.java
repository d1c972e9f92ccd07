/** Tests. */
@NullMarked
package dev.seatkey.intake.status;

import org.jspecify.annotations.NullMarked;
