package dev.seatkey.messaging;

import dev.seatkey.schemas.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.ConsumerFactory;

/**
 * Keeps a message from being judged by reference data that is not read yet. What the broker had acknowledged before the
 * message is found, however far behind the reader of the reference topic is: the message waits for it.
 *
 * <p>Asked only when a reference is missing, so it costs nothing where all is well. Where references stay missing it is asked for
 * every batch, so that its consumers are kept: a pair for each thread that asks at the same time.
 */
public final class CatchUp implements AutoCloseable {
    private static final Duration SHORT = Duration.ofMillis(50);

    private final ConsumerFactory<byte[], byte[]> consumers;
    private final Duration patience;
    private final Map<String, Queue<Pair>> idle = new ConcurrentHashMap<>();

    /**
     * @param consumers makes consumers that read what is committed
     * @param patience how long to wait in place; far below {@code max.poll.interval.ms}
     */
    public CatchUp(ConsumerFactory<byte[], byte[]> consumers, Duration patience) {
        this.consumers = consumers;
        this.patience = patience;
    }

    /**
     * Waits until this consumer group has handled all that these topics hold now, and all that waits in them for the end of a
     * transaction. What is written to them meanwhile is not waited for, so that a busy topic holds nobody up.
     *
     * @throws PassingFault if that takes too long; the batch is then tried again
     */
    public void require(String group, List<Topic> topics) {
        Set<TopicPartition> partitions = topics.stream()
                .flatMap(topic -> IntStream.range(0, topic.partitions())
                        .mapToObj(partition -> new TopicPartition(topic.name(), partition)))
                .collect(Collectors.toSet());
        Queue<Pair> itsIdle = idle.computeIfAbsent(group, each -> new ConcurrentLinkedQueue<>());
        Pair kept = itsIdle.poll();
        Pair pair = kept == null ? open(group) : kept;
        boolean isUsable = false;
        try {
            waitFor(group, partitions, pair);
            // Else what it has fetched beyond the answer stays in memory.
            pair.committed.unsubscribe();
            isUsable = true;
        } finally {
            if (isUsable) {
                itsIdle.add(pair);
            } else {
                pair.close();
            }
        }
    }

    private Pair open(String group) {
        Properties uncommitted = new Properties();
        uncommitted.setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_uncommitted");
        return new Pair(
                consumers.createConsumer(group, null, "catch-up", null),
                consumers.createConsumer(group, null, "catch-up-ends", uncommitted));
    }

    private void waitFor(String group, Set<TopicPartition> partitions, Pair pair) {
        long deadline = System.nanoTime() + patience.toNanos();
        Map<TopicPartition, Long> ends = pair.ends(partitions, patience);
        while (isBehind(pair.committed, ends, deadline)) {
            if (System.nanoTime() > deadline) {
                throw new PassingFault(group + " has not read all of " + ends.keySet() + " yet");
            }
            LockSupport.parkNanos(SHORT.toNanos());
        }
    }

    private boolean isBehind(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends, long deadline) {
        // Else the client warns that it does not keep what it hears of partitions of others.
        consumer.assign(ends.keySet());
        Map<TopicPartition, OffsetAndMetadata> handled = consumer.committed(ends.keySet(), patience);
        ends.entrySet().removeIf(end -> end.getValue() <= offset(handled.get(end.getKey())));
        return !ends.isEmpty() && holdsRecords(consumer, ends, handled, deadline);
    }

    /**
     * What lies between the last handled record and the end may be nothing but the markers of transactions, or records that
     * were given up. Where that cannot be told in time, as while a transaction is open, it counts as records.
     */
    private boolean holdsRecords(
            Consumer<byte[], byte[]> consumer,
            Map<TopicPartition, Long> ends,
            Map<TopicPartition, OffsetAndMetadata> handled,
            long deadline) {
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
        idle.values().forEach(ofGroup -> {
            for (Pair each = ofGroup.poll(); each != null; each = ofGroup.poll()) {
                each.close();
            }
        });
    }

    /**
     * What one thread asks with. To a consumer of what is committed a partition ends where its first open transaction begins,
     * also for records behind it that were sent without one and acknowledged; so another is asked for the ends.
     */
    private record Pair(Consumer<byte[], byte[]> committed, Consumer<byte[], byte[]> uncommitted)
            implements AutoCloseable {
        /** The offset behind the last acknowledged record of each. */
        Map<TopicPartition, Long> ends(Set<TopicPartition> partitions, Duration patience) {
            uncommitted.assign(partitions);
            return uncommitted.endOffsets(partitions, patience);
        }

        @Override
        public void close() {
            try (committed;
                    uncommitted) {
                // Closes both, also where one refuses.
            }
        }
    }
}
