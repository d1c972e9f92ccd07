package dev.seatkey.messaging.batch;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seatkey.schemas.Topic;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * The refused record: key, bytes and headers as they came, and headers of our own that say why.
 *
 * <p>A topic's limit is on what is sent compressed, so that a record may be larger than any that we can send. Then a part of it
 * must do: a dead letter that cannot be sent would hold up all that follow.
 */
final class DeadLetter {
    /** Those that not every dead letter has: no sender can set them for us. */
    private static final Set<String> OURS = Set.of(
            "dlt-stack",
            "dlt-truncated",
            "dlt-truncated-key",
            "dlt-dropped-headers",
            "dlt-replayed",
            "dlt-replayed-as");

    private static final int LONGEST_STACK = 8_000;
    private static final int LONGEST_REASON = 1_000;

    /** More than stack, reason and the rest take in UTF-8, together with Kafka's own bytes around a record. */
    private static final int ROOM_FOR_OURS = 40_000;

    private static final int LARGEST_KEY_AND_HEADERS =
            Topic.MAX_DEAD_LETTER_BYTES - Topic.MAX_RECORD_BYTES - ROOM_FOR_OURS;
    private static final int LENGTHS_OF_A_HEADER = 10;

    private DeadLetter() {}

    static ProducerRecord<byte[], byte[]> of(
            ConsumerRecord<byte[], byte[]> refused, String topic, FailureKind kind, Throwable failure) {
        byte[] key = beginning(refused.key(), LARGEST_KEY_AND_HEADERS);
        byte[] value = beginning(refused.value(), Topic.MAX_RECORD_BYTES);
        Headers headers = thoseThatFit(refused.headers(), LARGEST_KEY_AND_HEADERS - length(key));
        if (length(key) < length(refused.key())) {
            put(headers, "dlt-truncated-key", Integer.toString(length(refused.key())));
        }
        if (length(value) < length(refused.value())) {
            put(headers, "dlt-truncated", Integer.toString(length(refused.value())));
        }
        put(headers, "dlt-reason", shortened(String.valueOf(failure.getMessage()), LONGEST_REASON));
        put(headers, "dlt-kind", kind.name());
        put(headers, "dlt-topic", refused.topic());
        put(headers, "dlt-partition", Integer.toString(refused.partition()));
        put(headers, "dlt-offset", Long.toString(refused.offset()));
        put(headers, "dlt-timestamp", Long.toString(refused.timestamp()));
        if (kind == FailureKind.BUG) {
            put(headers, "dlt-stack", shortened(stackOf(failure), LONGEST_STACK));
        }
        Long timestamp = refused.timestamp() < 0 ? null : refused.timestamp();
        return new ProducerRecord<>(topic, null, timestamp, key, value, headers);
    }

    private static byte @Nullable [] beginning(byte @Nullable [] bytes, int room) {
        return bytes == null || bytes.length <= room ? bytes : Arrays.copyOf(bytes, room);
    }

    private static Headers thoseThatFit(Headers sent, int room) {
        Headers kept = new RecordHeaders();
        int left = room;
        int dropped = 0;
        for (Header header : sent) {
            if (!OURS.contains(header.key())) {
                int size = header.key().getBytes(UTF_8).length + length(header.value()) + LENGTHS_OF_A_HEADER;
                if (size <= left) {
                    kept.add(header);
                    left -= size;
                } else {
                    dropped++;
                }
            }
        }
        if (dropped > 0) {
            put(kept, "dlt-dropped-headers", Integer.toString(dropped));
        }
        return kept;
    }

    private static int length(byte @Nullable [] bytes) {
        return bytes == null ? 0 : bytes.length;
    }

    private static void put(Headers headers, String name, String value) {
        headers.remove(name).add(name, value.getBytes(UTF_8));
    }

    private static String shortened(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length) + " …";
    }

    private static String stackOf(Throwable failure) {
        StringWriter stack = new StringWriter();
        failure.printStackTrace(new PrintWriter(stack));
        return stack.toString();
    }
}
