/** Tests of the clock. */
@NullMarked
package dev.seatkey.messaging.time;

import org.jspecify.annotations.NullMarked;
