/** Tests. */
@NullMarked
package dev.seatkey.intake.listing;

import org.jspecify.annotations.NullMarked;
