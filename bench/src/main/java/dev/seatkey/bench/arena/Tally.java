package dev.seatkey.bench.arena;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Counts what is committed to some topics from now on, without looking into it.
 *
 * <p>It is read when no more comes, and not before: on the same processors that would slow down who is timed, the more the more
 * there is in its records. Until then only the ends of the topics are asked for, now and then, from which follows when the last
 * record came.
 */
final class Tally implements AutoCloseable {
    private static final Duration SHORT = Duration.ofMillis(5);
    private static final Duration A_MOMENT = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<String, Integer> expected;
    private final Map<String, Integer> missing;
    private final String whose;
    private final Ends begin;
    private final List<Ends> seen = new ArrayList<>();
    private final Map<TopicPartition, Long> lastRecords = new HashMap<>();

    private Tally(String whose, KafkaConsumer<byte[], byte[]> consumer, Map<String, Integer> expected) {
        this.whose = whose;
        this.consumer = consumer;
        this.expected = Map.copyOf(expected);
        this.missing = new HashMap<>(expected);
        consumer.pause(consumer.assignment());
        begin = ends();
    }

    /** @param expected how many records are to come, by topic of the contracts */
    static Tally of(String bootstrapServers, Contestant contestant, Map<String, Integer> expected) {
        var own = new HashMap<String, Integer>();
        expected.forEach((topic, count) -> own.put(contestant.topic(topic), count));
        var consumer = Committed.fromNowOn(bootstrapServers, own.keySet());
        return new Tally(contestant.name(), consumer, own);
    }

    /** Waits until as much may be there as is expected, and nothing has come for a moment. */
    void awaitQuiet() {
        var last = begin;
        Ends now;
        do {
            now = look();
            if (!now.offsets.equals(last.offsets)) {
                last = now;
            }
            // All partitions are paused: this only waits.
            var none = consumer.poll(SHORT);
            assert none.isEmpty();
        } while (!mayIncludeAll(now) || now.at - last.at < A_MOMENT.toNanos());
    }

    /**
     * Counts what has come; none may have come that was not expected. Waits for what is still missing.
     *
     * @return when the last one came, as {@link System#nanoTime()} counts
     */
    Duration whenAllCame() {
        count();
        while (missing.values().stream().anyMatch(count -> count > 0)) {
            awaitQuiet();
            count();
        }
        if (missing.values().stream().anyMatch(count -> count < 0)) {
            throw new IllegalStateException(whose + " has answered more than it was asked: " + missing);
        }
        return seen.stream()
                .filter(this::includesAll)
                .findFirst()
                .map(ends -> Duration.ofNanos(ends.at))
                .orElseThrow();
    }

    /** With each transaction the offsets grow by one more than its records: they show only what may be there. */
    private boolean mayIncludeAll(Ends now) {
        var grown = now.offsets.entrySet().stream()
                .collect(Collectors.groupingBy(
                        each -> each.getKey().topic(),
                        Collectors.summingLong(each -> each.getValue() - begin.offsetOf(each.getKey()))));
        return expected.entrySet().stream().allMatch(each -> grown.getOrDefault(each.getKey(), 0L) >= each.getValue());
    }

    private void count() {
        var ends = look();
        consumer.resume(consumer.assignment());
        while (consumer.assignment().stream().anyMatch(each -> consumer.position(each) < ends.offsetOf(each))) {
            consumer.poll(A_MOMENT).forEach(this::count);
            look();
        }
        consumer.pause(consumer.assignment());
    }

    private void count(ConsumerRecord<byte[], byte[]> record) {
        missing.merge(record.topic(), -1, Integer::sum);
        lastRecords.put(new TopicPartition(record.topic(), record.partition()), record.offset());
    }

    private boolean includesAll(Ends ends) {
        return lastRecords.entrySet().stream().allMatch(each -> ends.offsetOf(each.getKey()) > each.getValue());
    }

    /** Keeps in mind where what is committed ends at this moment. */
    private Ends look() {
        var now = ends();
        if (seen.isEmpty() || !now.offsets.equals(seen.get(seen.size() - 1).offsets)) {
            seen.add(now);
        }
        if (now.at - begin.at > PATIENCE.toNanos()) {
            throw new IllegalStateException(whose + " has not answered everything; missing: " + missing);
        }
        return now;
    }

    private Ends ends() {
        return new Ends(consumer.endOffsets(consumer.assignment()), System.nanoTime());
    }

    @Override
    public void close() {
        consumer.close();
    }

    /**
     * Where what is committed ended.
     *
     * @param at when, as {@link System#nanoTime()} counts
     */
    private record Ends(Map<TopicPartition, Long> offsets, long at) {
        long offsetOf(TopicPartition partition) {
            return offsets.getOrDefault(partition, 0L);
        }
    }
}
