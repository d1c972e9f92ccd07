package dev.seatkey.localstack.outside;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seatkey.schemas.Topic;
import dev.seatkey.schemas.Topics;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.subject.TopicRecordNameStrategy;
import java.net.SocketException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads everything that is committed to every topic, from the beginning on, and hands it on, in a thread of its own. */
public final class TopicTail implements AutoCloseable {
    private static final Duration SHORT = Duration.ofMillis(50);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final KafkaAvroDeserializer deserializer = new KafkaAvroDeserializer();
    private final Set<String> deadLetterTopics =
            Topics.all().stream().filter(Topic::isDeadLetters).map(Topic::name).collect(Collectors.toSet());
    private final Consumer<Seen<?>> reader;
    private final Thread thread = new Thread(this::read, "topic-tail");
    private volatile boolean open = true;

    private TopicTail(String bootstrapServers, String registryUrl, Consumer<Seen<?>> reader) {
        this.reader = reader;
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
        consumer.assign(Topics.all().stream().flatMap(TopicTail::partitions).toList());
        thread.setDaemon(true);
    }

    /**
     * Starts to read.
     *
     * @param reader gets one record at a time, those of one partition in their order; the body of a dead letter is its bytes,
     *     that of a record that nobody can read is {@link Undecodable}
     */
    public static TopicTail start(String bootstrapServers, String registryUrl, Consumer<Seen<?>> reader) {
        var tail = new TopicTail(bootstrapServers, registryUrl, reader);
        tail.thread.start();
        return tail;
    }

    @Override
    public void close() {
        open = false;
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        try (consumer) {
            while (open) {
                consumer.poll(SHORT).forEach(record -> reader.accept(decoded(record)));
            }
        } catch (WakeupException | InterruptException closing) {
            open = false;
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
        while (true) {
            try {
                return deserializer.deserialize(record.topic(), bytes);
            } catch (RuntimeException e) {
                if (!isUnreachable(e) || !open) {
                    return new Undecodable(bytes);
                }
                LockSupport.parkNanos(SHORT.toNanos());
            }
        }
    }

    /** The registry gives no answer: that says nothing of the record. Torn bytes are another {@code IOException}. */
    private static boolean isUnreachable(RuntimeException e) {
        return e instanceof TimeoutException || e.getCause() instanceof SocketException;
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, UTF_8);
    }

    private static Stream<TopicPartition> partitions(Topic topic) {
        return IntStream.range(0, topic.partitions()).mapToObj(number -> new TopicPartition(topic.name(), number));
    }

    /**
     * A record that somebody sent and nobody can read.
     *
     * @param bytes what came
     */
    @SuppressWarnings("ArrayRecordComponent") // Kept to be shown, never compared.
    public record Undecodable(byte[] bytes) {}
}
