package dev.seatkey.bench.arena;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** Counts what is committed to some topics from now on, without looking into it. */
final class Tally implements AutoCloseable {
    private static final Duration SHORT = Duration.ofMillis(5);
    private static final Duration A_MOMENT = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<String, Integer> missing;
    private final String whose;

    private Tally(String whose, KafkaConsumer<byte[], byte[]> consumer, Map<String, Integer> expected) {
        this.whose = whose;
        this.consumer = consumer;
        this.missing = new HashMap<>(expected);
    }

    /** @param expected how many records are to come, by topic of the contracts */
    static Tally of(String bootstrapServers, Contestant contestant, Map<String, Integer> expected) {
        var own = new HashMap<String, Integer>();
        expected.forEach((topic, count) -> own.put(contestant.topic(topic), count));
        var consumer = Committed.fromNowOn(bootstrapServers, own.keySet());
        return new Tally(contestant.name(), consumer, own);
    }

    /**
     * Waits until all have come, and a moment longer: none may come that was not expected.
     *
     * @return when the last one came, as {@link System#nanoTime()} counts
     */
    Duration awaitAll() {
        var giveUp = System.nanoTime() + PATIENCE.toNanos();
        var last = System.nanoTime();
        while (missing.values().stream().anyMatch(count -> count > 0)) {
            if (System.nanoTime() > giveUp) {
                throw new IllegalStateException(whose + " has not answered everything; missing: " + missing);
            }
            count(consumer.poll(SHORT));
            last = System.nanoTime();
        }
        count(consumer.poll(A_MOMENT));
        if (missing.values().stream().anyMatch(count -> count < 0)) {
            throw new IllegalStateException(whose + " has answered more than it was asked: " + missing);
        }
        return Duration.ofNanos(last);
    }

    private void count(ConsumerRecords<byte[], byte[]> records) {
        records.forEach(record -> missing.merge(record.topic(), -1, Integer::sum));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
