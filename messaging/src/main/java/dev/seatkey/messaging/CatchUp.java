package dev.seatkey.messaging;

import dev.seatkey.schemas.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.ConsumerFactory;

/**
 * Keeps a message from being judged by reference data that is not read yet. What the broker held before the message is
 * found, however far behind the reader of the reference topic is: the message waits for it.
 *
 * <p>Asked only when a reference is missing, so it costs nothing where all is well. Where references stay missing it is asked for
 * every batch, so that its consumers are kept: one for each thread that asks at the same time.
 */
public final class CatchUp implements AutoCloseable {
    private static final Duration SHORT = Duration.ofMillis(50);

    private final ConsumerFactory<byte[], byte[]> consumers;
    private final Duration patience;
    private final Map<String, Queue<Consumer<byte[], byte[]>>> idle = new ConcurrentHashMap<>();

    /**
     * @param consumers makes consumers that read what is committed
     * @param patience how long to wait in place; far below {@code max.poll.interval.ms}
     */
    public CatchUp(ConsumerFactory<byte[], byte[]> consumers, Duration patience) {
        this.consumers = consumers;
        this.patience = patience;
    }

    /**
     * Waits until this consumer group has handled all that these topics hold now. What is written to them meanwhile is not
     * waited for, so that a busy topic holds nobody up.
     *
     * @throws PassingFault if that takes too long; the batch is then tried again
     */
    public void require(String group, List<Topic> topics) {
        Set<TopicPartition> partitions = topics.stream()
                .flatMap(topic -> IntStream.range(0, topic.partitions())
                        .mapToObj(partition -> new TopicPartition(topic.name(), partition)))
                .collect(Collectors.toSet());
        Queue<Consumer<byte[], byte[]>> itsIdle = idle.computeIfAbsent(group, each -> new ConcurrentLinkedQueue<>());
        Consumer<byte[], byte[]> kept = itsIdle.poll();
        Consumer<byte[], byte[]> consumer = kept == null ? consumers.createConsumer(group, "catch-up") : kept;
        try {
            waitFor(group, partitions, consumer);
            // Else what it has fetched beyond the answer stays in memory.
            consumer.unsubscribe();
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
        itsIdle.add(consumer);
    }

    private void waitFor(String group, Set<TopicPartition> partitions, Consumer<byte[], byte[]> consumer) {
        long deadline = System.nanoTime() + patience.toNanos();
        // Else the client warns that it does not keep what it hears of partitions of others.
        consumer.assign(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, patience);
        while (isBehind(consumer, ends)) {
            if (System.nanoTime() > deadline) {
                throw new PassingFault(group + " has not read all of " + ends.keySet() + " yet");
            }
            LockSupport.parkNanos(SHORT.toNanos());
        }
    }

    private boolean isBehind(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, OffsetAndMetadata> handled = consumer.committed(ends.keySet(), patience);
        ends.entrySet().removeIf(end -> end.getValue() <= offset(handled.get(end.getKey())));
        return !ends.isEmpty() && holdsRecords(consumer, ends, handled);
    }

    /**
     * What lies between the last handled record and the end may be nothing but the markers of transactions. Where that
     * cannot be told in time, it counts as records.
     */
    private boolean holdsRecords(
            Consumer<byte[], byte[]> consumer,
            Map<TopicPartition, Long> ends,
            Map<TopicPartition, OffsetAndMetadata> handled) {
        long deadline = System.nanoTime() + patience.toNanos();
        consumer.assign(ends.keySet());
        ends.keySet().forEach(partition -> consumer.seek(partition, offset(handled.get(partition))));
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            boolean found = !consumer.poll(SHORT).isEmpty();
            if (found || System.nanoTime() > deadline) {
                return true;
            }
        }
        return false;
    }

    private static long offset(@Nullable OffsetAndMetadata committed) {
        return committed == null ? 0 : committed.offset();
    }

    /** Closes the consumers that it keeps; called when nobody asks any more. */
    @Override
    public void close() {
        idle.values().forEach(ofGroup -> ofGroup.forEach(Consumer::close));
    }
}
