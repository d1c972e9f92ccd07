package dev.seatkey.localstack.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A record that a worker put aside, as its headers describe it; without its value, of which there may be too many to keep.
 *
 * @param id its name
 * @param key the record's key
 * @param headers the record's own headers and those that say why it is here
 * @param time when the record happened
 * @param replay when and as what it was put back; absent if it was not
 */
@SuppressWarnings("ArrayRecordComponent") // Kept to be shown, never compared.
record DeadLetter(DeadLetterId id, byte @Nullable [] key, Headers headers, Instant time, Optional<Replayed> replay) {
    static final String REPLAY_OF = "dlt-replay-of";
    private static final String OWN = "dlt-";
    private static final String TOPIC = "dlt-topic";
    private static final String TRUNCATED = "dlt-truncated";
    private static final String TRUNCATED_KEY = "dlt-truncated-key";
    private static final String DROPPED_HEADERS = "dlt-dropped-headers";

    /** Why a worker put it aside. */
    enum Kind {
        /** It can never be handled as it is, or not with what was there. */
        BROKEN,
        /** Handling it failed, for no reason that lies in the record. */
        BUG
    }

    static DeadLetter of(ConsumerRecord<byte[], byte[]> record) {
        return new DeadLetter(
                new DeadLetterId(record.topic(), record.offset()),
                record.key(),
                record.headers(),
                Instant.ofEpochMilli(record.timestamp()),
                Optional.empty());
    }

    DeadLetter with(Optional<Replayed> replayed) {
        return new DeadLetter(id, key, headers, time, replayed);
    }

    /** Whether a record is one; else it is a note about one, see {@link Replayed}. A worker always says where it was. */
    static boolean isOne(ConsumerRecord<byte[], byte[]> record) {
        return record.headers().lastHeader(TOPIC) != null || !Replayed.isOne(record);
    }

    Kind kind() {
        return "BUG".equals(text("dlt-kind").toUpperCase(Locale.ROOT)) ? Kind.BUG : Kind.BROKEN;
    }

    String reason() {
        return text("dlt-reason");
    }

    /** Where it was; absent if nobody says so. */
    Optional<Place> origin() {
        var partition = number("dlt-partition", Integer.MAX_VALUE);
        var offset = number("dlt-offset", Long.MAX_VALUE);
        var topic = text(TOPIC);
        return topic.isEmpty() || partition.isEmpty() || offset.isEmpty()
                ? Optional.empty()
                : Optional.of(new Place(topic, (int) partition.getAsLong(), offset.getAsLong()));
    }

    /** The record's timestamp where it was, in milliseconds; absent if it had none. */
    OptionalLong originalTimestamp() {
        return number("dlt-timestamp", Long.MAX_VALUE);
    }

    /** Whether key, value and headers are as they came; else only a part was kept, since the record was too large. */
    boolean isWhole() {
        return Stream.of(TRUNCATED, TRUNCATED_KEY, DROPPED_HEADERS).allMatch(mark -> headers.lastHeader(mark) == null);
    }

    /** How long its value was, in bytes, if only its beginning was kept. */
    OptionalInt truncatedFrom() {
        return count(TRUNCATED);
    }

    /** How long its key was, in bytes, if only its beginning was kept. */
    OptionalInt keyTruncatedFrom() {
        return count(TRUNCATED_KEY);
    }

    /** How many of its headers were not kept. */
    int droppedHeaders() {
        return count(DROPPED_HEADERS).orElse(0);
    }

    /** The stack of a bug, in lines; empty if there is none. */
    List<String> stack() {
        return text("dlt-stack").lines().toList();
    }

    /** The dead letter that this one was before it was replayed in vain. */
    Optional<String> replayOf() {
        return Optional.of(text(REPLAY_OF)).filter(id -> !id.isEmpty());
    }

    /** The headers that the record came with, and none of ours. */
    Headers originalHeaders() {
        return new RecordHeaders(Stream.of(headers.toArray())
                .filter(header -> !header.key().startsWith(OWN))
                .toArray(Header[]::new));
    }

    private String text(String name) {
        var header = headers.lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), UTF_8);
    }

    private OptionalInt count(String name) {
        var number = number(name, Integer.MAX_VALUE);
        return number.isPresent() ? OptionalInt.of((int) number.getAsLong()) : OptionalInt.empty();
    }

    private OptionalLong number(String name, long atMost) {
        try {
            var number = Long.parseLong(text(name));
            return number < 0 || number > atMost ? OptionalLong.empty() : OptionalLong.of(number);
        } catch (NumberFormatException unsaid) {
            return OptionalLong.empty();
        }
    }
}
