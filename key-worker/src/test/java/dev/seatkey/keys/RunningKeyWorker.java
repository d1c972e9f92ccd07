package dev.seatkey.keys;

import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import dev.seatkey.localstack.components.Components;
import dev.seatkey.messaging.batch.AvroFormat;
import dev.seatkey.messaging.testkit.TopicReader;
import dev.seatkey.schemas.Topic;
import dev.seatkey.schemas.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;

/** The key worker as it runs, on real components, with a clock that can be moved; seen from its topics. */
final class RunningKeyWorker implements AutoCloseable {
    static {
        // Only a test that fails waits so long; a busy machine needs it.
        Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
    }

    private final Components components = Components.shared();
    private final AvroFormat format =
            new AvroFormat(Map.of("schema.registry.url", components.registry().url()));
    private final TopicReader topics = new TopicReader(components.broker().bootstrapServers(), format);
    private final KafkaProducer<String, byte[]> sender = new KafkaProducer<>(
            Map.of(
                    ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                    components.broker().bootstrapServers(),
                    ProducerConfig.LINGER_MS_CONFIG,
                    0),
            new StringSerializer(),
            new ByteArraySerializer());
    private final Path movedBy;
    private final ConfigurableApplicationContext worker;

    /** @param arguments further settings, such as {@code --seatkey.concurrency=3} */
    RunningKeyWorker(String... arguments) {
        this.movedBy = newClockFile();
        this.worker = new SpringApplicationBuilder(KeyWorker.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.kafka.bootstrap-servers=" + components.broker().bootstrapServers(),
                        "seatkey.schema-registry.url=" + components.registry().url(),
                        "seatkey.clock.file=" + movedBy,
                        "seatkey.sweep-interval=200ms",
                        "spring.mongodb.uri=" + components.store().uri(),
                        "spring.mongodb.database=" + components.store().databasePrefix() + "key-worker")
                .run(arguments);
        await().until(this::isUp);
    }

    private boolean isUp() {
        Health health = worker.getBean("subscriptions", HealthIndicator.class).health();
        return health != null && health.getStatus().equals(Status.UP);
    }

    private static Path newClockFile() {
        try {
            return Files.createTempFile("moved-by", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    MongoDatabase database() {
        return worker.getBean(MongoDatabase.class);
    }

    /** What the worker's clock shows. */
    Instant now() {
        return worker.getBean(Clock.class).instant();
    }

    /** Moves the worker's clock. */
    void moveClockTo(Instant time) {
        try {
            Files.writeString(movedBy, Duration.between(Instant.now(), time).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a record that happens at {@code at}. */
    void send(Topic topic, String key, Instant at, SpecificRecord body) {
        sendBytes(topic, null, key, at, bytes(topic, body));
    }

    void sendTo(int partition, Topic topic, String key, Instant at, SpecificRecord body) {
        sendBytes(topic, partition, key, at, bytes(topic, body));
    }

    /** A record as it stands in a topic. */
    byte[] bytes(Topic topic, SpecificRecord body) {
        return format.encode(topic.name(), body);
    }

    void sendBytes(Topic topic, @Nullable Integer partition, String key, Instant at, byte @Nullable [] value) {
        sender.send(new ProducerRecord<>(topic.name(), partition, at.toEpochMilli(), key, value));
    }

    /** Everything of one type that stands in a topic. */
    <T extends SpecificRecord> List<T> all(Topic topic, Class<T> type) {
        return topics.all(topic, type);
    }

    /** How many records the worker has put aside from a topic. */
    int putAside(Topic topic) {
        return topics.all(topic.deadLetters(Topics.KEY_WORKER), 1).size();
    }

    @Override
    public void close() {
        worker.close();
        sender.close();
        topics.close();
    }
}
