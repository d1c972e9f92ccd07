/** Tests. */
@NullMarked
package dev.seatkey.intake;

import org.jspecify.annotations.NullMarked;
