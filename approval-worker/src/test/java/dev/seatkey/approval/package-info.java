/** Tests of the approval worker as a whole. */
@NullMarked
package dev.seatkey.approval;

import org.jspecify.annotations.NullMarked;
