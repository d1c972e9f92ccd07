/** Tests of decisions on sales. */
@NullMarked
package dev.seatkey.approval.decisions;

import org.jspecify.annotations.NullMarked;
