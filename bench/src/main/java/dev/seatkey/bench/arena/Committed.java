package dev.seatkey.bench.arena;

import java.util.Collection;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Readers of all that is committed to some topics, without a group. */
public final class Committed {
    private static final int MANY = 10_000;

    private Committed() {}

    /** Reads from the first record on. */
    public static KafkaConsumer<byte[], byte[]> fromTheBeginning(String brokers, Collection<String> topics) {
        var consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        brokers,
                        "isolation.level",
                        "read_committed",
                        "auto.offset.reset",
                        "earliest",
                        "enable.auto.commit",
                        "false",
                        "max.poll.records",
                        MANY),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(each -> new TopicPartition(each.topic(), each.partition()))
                .toList());
        return consumer;
    }

    /** Reads what comes from this moment on. */
    public static KafkaConsumer<byte[], byte[]> fromNowOn(String brokers, Collection<String> topics) {
        var consumer = fromTheBeginning(brokers, topics);
        consumer.seekToEnd(consumer.assignment());
        consumer.assignment().forEach(consumer::position);
        return consumer;
    }
}
