package dev.seatkey.messaging;

import dev.seatkey.schemas.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.ConsumerFactory;

/**
 * Keeps a message from being judged by reference data that is not read yet. What a sender published before the message is
 * found, however far behind the reader of the reference topic is: the message waits for it.
 *
 * <p>Asked only when a reference is missing, so it costs nothing where all is well.
 */
public final class CatchUp {
    private static final Duration SHORT = Duration.ofMillis(100);

    private final ConsumerFactory<byte[], byte[]> consumers;

    /** @param consumers makes consumers that read what is committed */
    public CatchUp(ConsumerFactory<byte[], byte[]> consumers) {
        this.consumers = consumers;
    }

    /**
     * Returns if this consumer group has handled all that these topics hold now.
     *
     * @throws PassingFault if it has not; the batch is then tried again
     */
    public void require(String group, List<Topic> topics) {
        Set<TopicPartition> partitions = topics.stream()
                .flatMap(topic -> IntStream.range(0, topic.partitions())
                        .mapToObj(partition -> new TopicPartition(topic.name(), partition)))
                .collect(Collectors.toSet());
        try (Consumer<byte[], byte[]> consumer = consumers.createConsumer(group, "catch-up")) {
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Map<TopicPartition, OffsetAndMetadata> handled = consumer.committed(partitions);
            ends.entrySet().removeIf(end -> end.getValue() <= offset(handled.get(end.getKey())));
            if (!ends.isEmpty() && holdsRecords(consumer, ends, handled)) {
                throw new PassingFault(group + " has not read all of " + ends.keySet() + " yet");
            }
        }
    }

    /** What lies between the last handled record and the end may be nothing but the markers of transactions. */
    private static boolean holdsRecords(
            Consumer<byte[], byte[]> consumer,
            Map<TopicPartition, Long> ends,
            Map<TopicPartition, OffsetAndMetadata> handled) {
        consumer.assign(ends.keySet());
        ends.keySet().forEach(partition -> consumer.seek(partition, offset(handled.get(partition))));
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            if (!consumer.poll(SHORT).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static long offset(@Nullable OffsetAndMetadata committed) {
        return committed == null ? 0 : committed.offset();
    }
}
