package dev.seatkey.messaging.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seatkey.messaging.batch.AvroFormat;
import dev.seatkey.schemas.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** Records as a consumer would get them, in the order in which they are added; offsets are counted per partition. */
public final class Records {
    private final AvroFormat format;
    private final List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
    private final Map<String, Long> nextOffsets = new HashMap<>();

    public Records(AvroFormat format) {
        this.format = format;
    }

    /** Adds a record to partition 0 of a topic. */
    public Records add(Topic topic, String key, Instant at, SpecificRecord body) {
        return add(topic, 0, key, at, body);
    }

    /** Adds a record to a partition of a topic. */
    public Records add(Topic topic, int partition, String key, Instant at, SpecificRecord body) {
        return addBytes(topic, partition, key, at, format.encode(topic.name(), body));
    }

    /** Adds a record with any bytes, or none, as its value. */
    public Records addBytes(Topic topic, int partition, String key, Instant at, byte @Nullable [] value) {
        long offset = nextOffsets.merge(topic.name() + partition, 1L, Long::sum) - 1;
        all.add(new ConsumerRecord<>(
                topic.name(),
                partition,
                offset,
                at.toEpochMilli(),
                TimestampType.CREATE_TIME,
                0,
                0,
                key.getBytes(UTF_8),
                value,
                new RecordHeaders(),
                Optional.empty()));
        return this;
    }

    /** All records so far. */
    public List<ConsumerRecord<byte[], byte[]>> all() {
        return List.copyOf(all);
    }
}
