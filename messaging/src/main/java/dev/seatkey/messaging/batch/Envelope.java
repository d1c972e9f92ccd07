package dev.seatkey.messaging.batch;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seatkey.messaging.Cause;
import dev.seatkey.messaging.Publication;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
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

    private static final Header SPEC_VERSION = header("ce_specversion", "1.0");

    private final Header source;
    private final Map<Class<?>, Header> types = new ConcurrentHashMap<>();

    /** Most records of a batch happened at the same time as the one before. */
    private volatile Time lastTime = Time.of(Instant.EPOCH);

    /** What a record brings about is told one after the other. */
    private volatile @Nullable Origin lastOrigin;

    Envelope(String service) {
        this.source = header("ce_source", "/seatkey/" + service);
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
        Origin origin = origin(publication.cause());
        RecordHeaders headers = new RecordHeaders();
        headers.add(SPEC_VERSION);
        headers.add(header(ID, publication.id().toString()));
        headers.add(types.computeIfAbsent(publication.body().getClass(), type -> typeOf(publication.body())));
        headers.add(source);
        headers.add(time(publication.at()));
        headers.add(origin.correlationId());
        headers.add(origin.causationId());
        if (origin.traceparent() != null) {
            headers.add(origin.traceparent());
        }
        return headers;
    }

    private Origin origin(Cause cause) {
        Origin origin = lastOrigin;
        if (origin == null || origin.cause() != cause) {
            origin = Origin.of(cause);
            lastOrigin = origin;
        }
        return origin;
    }

    private static Header typeOf(SpecificRecord body) {
        return header("ce_type", body.getSchema().getFullName());
    }

    private Header time(Instant at) {
        Time time = lastTime;
        if (!time.at().equals(at)) {
            time = Time.of(at);
            lastTime = time;
        }
        return time.header();
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(UTF_8));
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

    private record Origin(
            Cause cause,
            Header correlationId,
            Header causationId,
            @Nullable Header traceparent) {
        static Origin of(Cause cause) {
            return new Origin(
                    cause,
                    header(CORRELATION_ID, cause.correlationId()),
                    header("ce_causationid", cause.id()),
                    cause.traceparent() == null ? null : header(TRACEPARENT, cause.traceparent()));
        }
    }

    private record Time(Instant at, Header header) {
        static Time of(Instant at) {
            return new Time(at, Envelope.header("ce_time", at.toString()));
        }
    }
}
