package dev.seatkey.messaging.testkit;

import dev.seatkey.messaging.batch.AvroFormat;
import dev.seatkey.schemas.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads what stands in topics, committed transactions only. */
public final class TopicReader implements AutoCloseable {
    private static final Duration SHORT = Duration.ofMillis(100);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final AvroFormat format;

    public TopicReader(String bootstrapServers, AvroFormat format) {
        this.format = format;
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Every record in a topic of the catalogue now. */
    public List<ConsumerRecord<byte[], byte[]>> all(Topic topic) {
        return all(topic.name(), topic.partitions());
    }

    /** Every record in a topic now. */
    public List<ConsumerRecord<byte[], byte[]>> all(String topic, int partitionCount) {
        List<TopicPartition> partitions = IntStream.range(0, partitionCount)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(SHORT).forEach(records::add);
        }
        return records;
    }

    /** Every record of one type in a topic of the catalogue now. */
    public <T extends SpecificRecord> List<T> all(Topic topic, Class<T> type) {
        return all(topic).stream()
                .map(record -> format.decode(record.value()))
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
