/** Tests of the exactly-once batch. */
@NullMarked
package dev.seatkey.messaging.batch;

import org.jspecify.annotations.NullMarked;
