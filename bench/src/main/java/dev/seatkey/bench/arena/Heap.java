package dev.seatkey.bench.arena;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seatkey.localstack.outside.ContractSerializer;
import dev.seatkey.localstack.stack.Surroundings;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Puts a heap of records before a contestant, all of which become visible at one moment: they are sent in one transaction, and
 * whoever reads what is committed sees none of them before its end. So nobody's speed depends on how fast the records came.
 */
public final class Heap implements AutoCloseable {
    private static final int TRANSACTION_TIMEOUT_MS = 600_000;

    private final KafkaAvroSerializer serializer;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Surroundings surroundings;
    private final Clock clock;

    public Heap(Surroundings surroundings, Clock clock) {
        this.surroundings = surroundings;
        this.clock = clock;
        serializer = ContractSerializer.of(surroundings.registry());
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        surroundings.broker(),
                        "transactional.id",
                        "heap-" + UUID.randomUUID(),
                        "transaction.timeout.ms",
                        TRANSACTION_TIMEOUT_MS,
                        "retry.backoff.ms",
                        "5",
                        "compression.type",
                        "lz4"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
    }

    /**
     * Has a contestant work a heap off.
     *
     * @param heap what to send
     * @param answers how many records it must send in return, by topic of the contracts
     */
    public Round workOff(Contestant contestant, Collection<Outgoing> heap, Map<String, Integer> answers) {
        producer.beginTransaction();
        heap.forEach(each -> send(contestant, each));
        producer.flush();
        return time(contestant, heap.size(), producer::commitTransaction, answers);
    }

    /**
     * Times how a contestant does something else.
     *
     * @param things how many things it does
     * @param begin makes it begin
     * @param answers how many records it must send, by topic of the contracts
     */
    public Round time(Contestant contestant, int things, Runnable begin, Map<String, Integer> answers) {
        try (var tally = Tally.of(surroundings.broker(), contestant, answers)) {
            var processorTime = contestant.processorTime();
            var allocated = contestant.allocatedBytes();
            var from = System.nanoTime();
            begin.run();
            tally.awaitQuiet();
            // Before the count, which takes a while in which nothing is done for the things counted.
            var processorTimeOfAll = contestant.processorTime().minus(processorTime);
            var allocatedForAll = since(allocated, contestant.allocatedBytes());
            return new Round(things, tally.whenAllCame().minusNanos(from), processorTimeOfAll, allocatedForAll);
        }
    }

    private static OptionalDouble since(OptionalDouble before, OptionalDouble after) {
        return before.isEmpty() || after.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(after.getAsDouble() - before.getAsDouble());
    }

    /** Sends records at once, and waits for nobody. */
    public void send(Contestant contestant, Collection<Outgoing> records) {
        producer.beginTransaction();
        records.forEach(each -> send(contestant, each));
        producer.commitTransaction();
    }

    private void send(Contestant contestant, Outgoing each) {
        var value = serializer.serialize(each.topic(), each.body());
        var unused = producer.send(new ProducerRecord<>(
                contestant.topic(each.topic()), null, clock.millis(), each.key().getBytes(UTF_8), value));
    }

    @Override
    public void close() {
        producer.close();
        serializer.close();
    }
}
