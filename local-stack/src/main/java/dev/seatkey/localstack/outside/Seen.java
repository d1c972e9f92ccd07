package dev.seatkey.localstack.outside;

import java.time.Instant;
import java.util.Map;

/**
 * A record that came out.
 *
 * @param topic its topic
 * @param partition its partition
 * @param offset its offset
 * @param at the record's time
 * @param key its key
 * @param headers its headers, as text
 * @param body the record itself; of a dead letter its bytes
 * @param readNanos when it was read, by {@link System#nanoTime}
 */
public record Seen<T>(
        String topic,
        int partition,
        long offset,
        Instant at,
        String key,
        Map<String, String> headers,
        T body,
        long readNanos) {
    public Seen {
        headers = Map.copyOf(headers);
    }

    /** The event's id. */
    public String eventId() {
        return headers.getOrDefault("ce_id", "");
    }

    /** The same, for one who knows what the record is. */
    <S> Seen<S> as(Class<S> type) {
        return new Seen<>(topic, partition, offset, at, key, headers, type.cast(body), readNanos);
    }
}
