package dev.seatkey.torture.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seatkey.localstack.clock.StackClock;
import dev.seatkey.localstack.outside.ContractSerializer;
import dev.seatkey.schemas.Topics;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends what the market invents, at a steady rate, whatever happens meanwhile; knows what the broker has acknowledged. */
public final class Load implements AutoCloseable {
    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaAvroSerializer serializer;
    private final StackClock clock;
    private final Market market;
    private final Map<String, LongAdder> acknowledged = new ConcurrentHashMap<>();
    private final LongAdder refused = new LongAdder();

    /** Sends at the time that a clock shows. */
    public Load(String bootstrapServers, String registryUrl, StackClock clock, Market market) {
        this.clock = clock;
        this.market = market;
        serializer = ContractSerializer.of(registryUrl);
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "delivery.timeout.ms",
                        "300000",
                        "max.block.ms",
                        "300000"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Sends price list and head office. */
    public void open() {
        market.opening().forEach(this::send);
        producer.flush();
    }

    /** Sends a portion of sales and launches as fast as can be; all of it is acknowledged when it returns. */
    public void send(int sales, int launches) {
        portion(sales, launches).forEach(this::send);
        producer.flush();
    }

    /** Sends sales and launches at a steady rate, in a thread of its own, until the flow is told to end. Only one flows at a time. */
    public Flow flow(int sales, int launches, double launchesPerSecond) {
        return Flow.start(this, sales, launches, launchesPerSecond);
    }

    List<Outgoing> portion(int sales, int launches) {
        return market.portion(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), sales, launches);
    }

    void flush() {
        producer.flush();
    }

    void send(Outgoing record) {
        var topic = record.topic().name();
        var value = record.body() instanceof SpecificRecord body
                ? serializer.serialize(topic, body)
                : (byte[]) record.body();
        var sent =
                new ProducerRecord<>(topic, null, clock.millis(), record.key().getBytes(UTF_8), value);
        if (record.body() instanceof SpecificRecord body && bearsAnId(body)) {
            sent.headers().add("ce_id", UUID.nameUUIDFromBytes(value).toString().getBytes(UTF_8));
        }
        var unused = producer.send(sent, (metadata, failure) -> {
            if (failure == null) {
                acknowledged.computeIfAbsent(topic, unknown -> new LongAdder()).increment();
            } else {
                refused.increment();
            }
        });
        if (record.topic().equals(Topics.ORGANIZATIONS)) {
            // Only what the broker holds may be named: partitions keep no order among each other.
            producer.flush();
        }
    }

    /** Half of the senders give their messages an id, and the same message the same when they send it again. */
    private static boolean bearsAnId(SpecificRecord body) {
        return (body.hashCode() & 1) == 0;
    }

    /** How many records the broker has acknowledged in a topic. */
    public long acknowledged(String topic) {
        var count = acknowledged.get(topic);
        return count == null ? 0 : count.sum();
    }

    /** How many records of launches were acknowledged. */
    public long launches() {
        return acknowledged(Topics.TEST_LAUNCHES.name());
    }

    /** How many records the broker refused for good. */
    public long refused() {
        return refused.sum();
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
