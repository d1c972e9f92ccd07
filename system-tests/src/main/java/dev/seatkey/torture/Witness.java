package dev.seatkey.torture;

import dev.seatkey.localstack.outside.Seen;
import dev.seatkey.localstack.outside.TopicTail;
import dev.seatkey.torture.promises.Promise;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sees every committed record of every topic, and shows it to every promise. */
final class Witness implements AutoCloseable {
    private final List<Promise> promises;
    private final Recovery recovery;
    private final Map<String, Long> seen = new HashMap<>();
    private final TopicTail tail;

    Witness(String bootstrapServers, String registryUrl, List<Promise> promises, Recovery recovery) {
        this.promises = List.copyOf(promises);
        this.recovery = recovery;
        this.tail = TopicTail.start(bootstrapServers, registryUrl, this::saw);
    }

    private synchronized void saw(Seen<?> record) {
        seen.merge(record.topic(), 1L, Long::sum);
        recovery.saw(record);
        promises.forEach(each -> each.saw(record));
    }

    /** How many records a topic has brought so far. */
    synchronized long seen(String topic) {
        return seen.getOrDefault(topic, 0L);
    }

    /** How many records all topics have brought so far. */
    synchronized long seen() {
        return seen.values().stream().mapToLong(Long::longValue).sum();
    }

    synchronized void timeIs(Instant now) {
        promises.forEach(each -> each.timeIs(now));
    }

    synchronized void replayed(String worker) {
        promises.forEach(each -> each.replayed(worker));
    }

    /** What is owed and has not come yet, by promise. */
    synchronized Map<String, Long> outstanding() {
        var owed = new TreeMap<String, Long>();
        promises.forEach(each -> {
            var count = each.outstanding();
            if (count > 0) {
                owed.put(each.name(), count);
            }
        });
        return owed;
    }

    /** What breaks each promise. */
    synchronized List<Verdict> verdicts() {
        return promises.stream()
                .map(each -> new Verdict(each.name(), each.text(), each.broken()))
                .toList();
    }

    @Override
    public void close() {
        tail.close();
    }
}
