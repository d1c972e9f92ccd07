package dev.seatkey.messaging.batch;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seatkey.messaging.Cause;
import dev.seatkey.messaging.Publication;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * The headers around a record: CloudEvents 1.0, binary mode of its Kafka protocol binding, and W3C trace context. Inputs
 * without them are accepted.
 */
final class Envelope {
    private static final String ID = "ce_id";
    private static final String CORRELATION_ID = "ce_correlationid";
    private static final String TRACEPARENT = "traceparent";

    /** A longer id is of no use to anybody; the record's coordinates stand in for it. */
    private static final int LONGEST_ID = 200;

    private final String source;

    Envelope(String service) {
        this.source = "/seatkey/" + service;
    }

    /** What the headers and coordinates of a record say about it as a cause. */
    static Cause cause(ConsumerRecord<?, ?> record) {
        String coordinates = record.topic() + "-" + record.partition() + "@" + record.offset();
        String id = textOr(record.headers(), ID, coordinates);
        return new Cause(
                coordinates,
                id,
                textOr(record.headers(), CORRELATION_ID, id),
                text(record.headers(), TRACEPARENT),
                Instant.ofEpochMilli(record.timestamp()));
    }

    Headers headers(Publication publication) {
        Cause cause = publication.cause();
        RecordHeaders headers = new RecordHeaders();
        put(headers, "ce_specversion", "1.0");
        put(headers, ID, publication.id().toString());
        put(headers, "ce_type", publication.body().getSchema().getFullName());
        put(headers, "ce_source", source);
        put(headers, "ce_time", publication.at().toString());
        put(headers, CORRELATION_ID, cause.correlationId());
        put(headers, "ce_causationid", cause.id());
        if (cause.traceparent() != null) {
            put(headers, TRACEPARENT, cause.traceparent());
        }
        return headers;
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }

    private static String textOr(Headers headers, String name, String otherwise) {
        String text = text(headers, name);
        return text == null ? otherwise : text;
    }

    private static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        if (header == null || header.value() == null || header.value().length == 0) {
            return null;
        }
        return header.value().length > LONGEST_ID ? null : new String(header.value(), UTF_8);
    }
}
