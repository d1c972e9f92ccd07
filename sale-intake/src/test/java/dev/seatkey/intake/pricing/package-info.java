/** Tests. */
@NullMarked
package dev.seatkey.intake.pricing;

import org.jspecify.annotations.NullMarked;
