package dev.seatkey.messaging.batch;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seatkey.schemas.Topic;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** The refused record: key, bytes and headers as they came, and headers of our own that say why. */
final class DeadLetter {
    /** Those that not every dead letter has: no sender can set them for us. */
    private static final List<String> OURS = List.of("dlt-stack", "dlt-truncated", "dlt-replayed", "dlt-replayed-as");

    private static final int LONGEST_STACK = 8_000;
    private static final int LONGEST_REASON = 1_000;

    private DeadLetter() {}

    static ProducerRecord<byte[], byte[]> of(
            ConsumerRecord<byte[], byte[]> refused, String topic, FailureKind kind, Throwable failure) {
        Headers headers = new RecordHeaders(refused.headers().toArray());
        OURS.forEach(headers::remove);
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
        return new ProducerRecord<>(topic, null, timestamp, refused.key(), thatFits(refused.value(), headers), headers);
    }

    /**
     * A topic's limit is on what is sent compressed, so that a broken record may be larger than any record that we can send.
     * Its beginning must do: a dead letter that cannot be sent would hold up all that follow.
     */
    private static byte @Nullable [] thatFits(byte @Nullable [] value, Headers headers) {
        if (value == null || value.length <= Topic.MAX_RECORD_BYTES) {
            return value;
        }
        put(headers, "dlt-truncated", Integer.toString(value.length));
        return Arrays.copyOf(value, Topic.MAX_RECORD_BYTES);
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
