/** The price list as the back office tells it, and what a number of users costs by it (S5, S7, S8). */
@NullMarked
package dev.seatkey.intake.pricing;

import org.jspecify.annotations.NullMarked;
