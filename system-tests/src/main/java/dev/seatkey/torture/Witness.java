package dev.seatkey.torture;

import dev.seatkey.localstack.outside.Seen;
import dev.seatkey.localstack.outside.TopicTail;
import dev.seatkey.torture.promises.Promise;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees every committed record of every topic, and shows it to every promise. */
final class Witness implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Witness.class);
    private static final int MOST_FAILURES = 10;

    private final List<String> failures = new ArrayList<>();
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
        promises.forEach(each -> show(each, record));
    }

    /** A promise that stumbles over a record says nothing of worth any more, and must not keep the others from seeing it. */
    private void show(Promise promise, Seen<?> record) {
        try {
            promise.saw(record);
        } catch (RuntimeException stumbled) {
            LOG.error("{} stumbled over {}", promise.name(), record, stumbled);
            if (failures.size() < MOST_FAILURES) {
                failures.add(promise.name() + " stumbled over " + record.topic() + "-" + record.partition() + "@"
                        + record.offset() + ": " + stumbled);
            }
        }
    }

    /** Which promises could not judge what they saw. */
    synchronized List<String> failures() {
        return List.copyOf(failures);
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
