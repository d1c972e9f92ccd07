/** The engine of the exactly-once batch: from the bytes of a poll to the events and offsets of one Kafka transaction. */
@NullMarked
package dev.seatkey.messaging.batch;

import org.jspecify.annotations.NullMarked;
