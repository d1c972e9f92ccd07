package dev.seatkey.bench.latency;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seatkey.bench.arena.Committed;
import dev.seatkey.bench.arena.Contestant;
import dev.seatkey.bench.arena.Outgoing;
import dev.seatkey.localstack.outside.ContractSerializer;
import dev.seatkey.localstack.stack.Surroundings;
import dev.seatkey.schemas.Topics;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.time.Clock;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Launches that come at a fixed rate, whether or not those before them are answered, and how long each waits for its answer. A wait
 * begins when the launch should have been sent: where the sender is late, that counts too, else the worst moments would not be seen
 * (Gil Tene calls that mistake "coordinated omission").
 */
public final class OpenLoop implements AutoCloseable {
    private static final Duration SHORT = Duration.ofMillis(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration HEAD_START = Duration.ofMillis(50);
    private static final int DIGITS = 3;
    private static final long NANOS_OF_A_MICRO = 1_000;
    private static final double NANOS_OF_A_SECOND = 1e9;

    private final KafkaAvroSerializer serializer;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Surroundings where;
    private final Clock clock;

    public OpenLoop(Surroundings where, Clock clock) {
        this.where = where;
        this.clock = clock;
        serializer = ContractSerializer.of(where.registry());
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", where.broker(), "linger.ms", "0", "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /**
     * Sends launches at a rate and waits for their answers.
     *
     * @param perSecond how many a second
     * @return what became of them
     */
    public Answered run(Contestant contestant, List<Outgoing> launches, double perSecond) {
        var values = launches.stream()
                .map(each -> serializer.serialize(each.topic(), each.body()))
                .toList();
        var gap = (long) (NANOS_OF_A_SECOND / perSecond);
        try (var consumer =
                Committed.fromNowOn(where.broker(), List.of(contestant.topic(Topics.LAUNCH_RESULTS.name())))) {
            var begin = System.nanoTime() + HEAD_START.toNanos();
            var sent = CompletableFuture.runAsync(
                    () -> send(contestant.topic(Topics.TEST_LAUNCHES.name()), values, begin, gap));
            var answered = receive(consumer, values.size(), begin, gap);
            sent.join();
            return answered;
        }
    }

    /** The key says which launch it is; the answer has it, too. */
    private void send(String topic, List<byte[]> values, long begin, long gap) {
        for (var number = 0; number < values.size(); number++) {
            var due = begin + number * gap;
            for (var left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            var key = Integer.toString(number).getBytes(UTF_8);
            var unused = producer.send(new ProducerRecord<>(topic, null, clock.millis(), key, values.get(number)));
        }
        producer.flush();
    }

    private static Answered receive(KafkaConsumer<byte[], byte[]> consumer, int expected, long begin, long gap) {
        var waits = new Histogram(DIGITS);
        var seen = new BitSet(expected);
        var giveUp = begin + expected * gap + PATIENCE.toNanos();
        var now = begin;
        while (seen.cardinality() < expected) {
            var records = consumer.poll(SHORT);
            now = System.nanoTime();
            for (var record : records) {
                var number = Integer.parseInt(new String(record.key(), UTF_8));
                if (!seen.get(number)) {
                    seen.set(number);
                    waits.recordValue(Math.max(0, now - begin - number * gap) / NANOS_OF_A_MICRO);
                }
            }
            if (now > giveUp) {
                throw new IllegalStateException(
                        "Only " + seen.cardinality() + " of " + expected + " launches were answered in time");
            }
        }
        return new Answered(waits, expected * NANOS_OF_A_SECOND / (now - begin));
    }

    @Override
    public void close() {
        producer.close();
        serializer.close();
    }

    /**
     * What became of launches.
     *
     * @param waits how long they waited, in microseconds
     * @param perSecond how many were answered a second, from when the first should have been sent to the last answer
     */
    public record Answered(Histogram waits, double perSecond) {}
}
