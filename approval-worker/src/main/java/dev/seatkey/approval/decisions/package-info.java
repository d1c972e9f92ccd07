/** A decision meets its sale, in whichever order they come, and the sale is approved or declined, once. */
@NullMarked
package dev.seatkey.approval.decisions;

import org.jspecify.annotations.NullMarked;
