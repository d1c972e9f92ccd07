/** The list of the sales of an organization and all below it (S13). */
@NullMarked
package dev.seatkey.intake.listing;

import org.jspecify.annotations.NullMarked;
