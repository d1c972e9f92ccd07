package dev.seatkey.localstack.outside;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seatkey.schemas.Topic;
import dev.seatkey.schemas.Topics;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.subject.TopicRecordNameStrategy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads everything that is committed to every topic, from the beginning on, and keeps it. */
public final class Observer implements AutoCloseable {
    private static final Duration SHORT = Duration.ofMillis(50);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final KafkaAvroDeserializer deserializer = new KafkaAvroDeserializer();
    private final Set<String> deadLetterTopics =
            Topics.all().stream().filter(Topic::isDeadLetters).map(Topic::name).collect(Collectors.toSet());
    private final Map<Class<?>, List<Seen<?>>> seen = new ConcurrentHashMap<>();
    private final Thread reader = new Thread(this::read, "observer");
    private volatile boolean open = true;

    public Observer(String bootstrapServers, String registryUrl) {
        deserializer.configure(
                Map.of(
                        "schema.registry.url",
                        registryUrl,
                        "specific.avro.reader",
                        "true",
                        "value.subject.name.strategy",
                        TopicRecordNameStrategy.class.getName()),
                false);
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", bootstrapServers,
                        "isolation.level", "read_committed",
                        "auto.offset.reset", "earliest",
                        "enable.auto.commit", "false"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(Topics.all().stream().flatMap(Observer::partitions).toList());
        reader.setDaemon(true);
        reader.start();
    }

    /** All records of a type, those of one partition in their order. */
    public <T> List<Seen<T>> all(Class<T> type) {
        var ofType = seen.getOrDefault(type, List.of());
        synchronized (ofType) {
            return ofType.stream().map(each -> each.as(type)).toList();
        }
    }

    /** The bodies of all records of a type that fit. */
    public <T> List<T> bodies(Class<T> type, Predicate<T> fits) {
        return all(type).stream().map(Seen::body).filter(fits).toList();
    }

    /** All dead letters, of every topic and reader. */
    public List<Seen<byte[]>> deadLetters() {
        return all(byte[].class);
    }

    /**
     * Waits until something has come out.
     *
     * @throws IllegalStateException if it takes too long
     */
    public void await(String what, Duration atMost, BooleanSupplier condition) {
        if (!comesTrue(atMost, condition)) {
            throw new IllegalStateException("Waited for " + atMost.toSeconds() + " s in vain: " + what);
        }
    }

    /** Waits until something is true, and tells whether it came true in time. */
    public boolean comesTrue(Duration atMost, BooleanSupplier condition) {
        var deadline = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            pause();
        }
        return true;
    }

    @Override
    public void close() {
        open = false;
        consumer.wakeup();
        try {
            reader.join();
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        try (consumer) {
            while (open) {
                consumer.poll(SHORT).forEach(record -> keep(decoded(record)));
            }
        } catch (WakeupException | InterruptException closing) {
            open = false;
        }
    }

    private void keep(Seen<?> record) {
        var ofType = seen.computeIfAbsent(record.body().getClass(), unknown -> new ArrayList<>());
        synchronized (ofType) {
            ofType.add(record);
        }
    }

    private Seen<?> decoded(ConsumerRecord<byte[], byte[]> record) {
        var headers = new HashMap<String, String>();
        record.headers().forEach(header -> headers.put(header.key(), text(header.value())));
        return new Seen<>(
                record.topic(),
                record.partition(),
                record.offset(),
                Instant.ofEpochMilli(record.timestamp()),
                text(record.key()),
                headers,
                bodyOf(record),
                System.nanoTime());
    }

    private Object bodyOf(ConsumerRecord<byte[], byte[]> record) {
        var bytes = record.value() == null ? new byte[0] : record.value();
        if (deadLetterTopics.contains(record.topic())) {
            return bytes;
        }
        try {
            return deserializer.deserialize(record.topic(), bytes);
        } catch (RuntimeException broken) {
            return new Undecodable(bytes);
        }
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, UTF_8);
    }

    private static Stream<TopicPartition> partitions(Topic topic) {
        return IntStream.range(0, topic.partitions()).mapToObj(number -> new TopicPartition(topic.name(), number));
    }

    private static void pause() {
        try {
            Thread.sleep(SHORT.toMillis());
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while waiting", asked);
        }
    }

    /**
     * A record that somebody sent and nobody can read.
     *
     * @param bytes what came
     */
    @SuppressWarnings("ArrayRecordComponent") // Kept to be shown, never compared.
    public record Undecodable(byte[] bytes) {}
}
