/** Following a registered sale through approval and the life of its plan. */
@NullMarked
package dev.seatkey.intake.status;

import org.jspecify.annotations.NullMarked;
