/** Where the time comes from. */
@NullMarked
package dev.seatkey.messaging.time;

import org.jspecify.annotations.NullMarked;
