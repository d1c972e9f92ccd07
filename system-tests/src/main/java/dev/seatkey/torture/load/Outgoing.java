package dev.seatkey.torture.load;

import dev.seatkey.schemas.Topic;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record to be sent.
 *
 * @param topic where to
 * @param key its key
 * @param body a record of the contract, or bytes that are none, or nothing at all
 */
record Outgoing(Topic topic, String key, @Nullable Object body) {
    static Outgoing of(Topic topic, String key, SpecificRecord body) {
        return new Outgoing(topic, key, body);
    }

    static Outgoing broken(Topic topic, String key, byte @Nullable [] bytes) {
        return new Outgoing(topic, key, bytes);
    }
}
