/** Tests of work that falls due. */
@NullMarked
package dev.seatkey.messaging.due;

import org.jspecify.annotations.NullMarked;
