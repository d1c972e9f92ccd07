package dev.seatkey.localstack.books;

import java.time.Instant;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;

/**
 * A record of a topic.
 *
 * @param place where it stands
 * @param at its time
 * @param id the event's id; all zeros where it has none
 * @param causationId id of the message that caused it
 */
record Told(Place place, Instant at, UUID id, String causationId, SpecificRecord body) {

    /** Where a record stands. */
    record Place(String topic, int partition, long offset) {
        @Override
        public String toString() {
            return topic + "-" + partition + "@" + offset;
        }
    }
}
