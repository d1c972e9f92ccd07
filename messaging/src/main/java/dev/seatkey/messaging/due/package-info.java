/** Work that falls due: found by a sweep over an index on the due time, and handled like any other message. */
@NullMarked
package dev.seatkey.messaging.due;

import org.jspecify.annotations.NullMarked;
