/** Tests. */
@NullMarked
package dev.seatkey.intake.sales;

import org.jspecify.annotations.NullMarked;
