package dev.seatkey.messaging;

import dev.seatkey.schemas.Topic;
import java.time.Instant;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;

/**
 * A record to be sent.
 *
 * @param id the event's id, the same each time that it is sent; see {@link NameBasedId}
 * @param cause what made it happen
 * @param at the time of the event, which is also the timestamp of its record
 */
public record Publication(Topic topic, String key, UUID id, SpecificRecord body, Cause cause, Instant at) {

    /** A publication at the time of its cause. */
    public Publication(Topic topic, String key, UUID id, SpecificRecord body, Cause cause) {
        this(topic, key, id, body, cause, cause.at());
    }
}
