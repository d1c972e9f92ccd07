package dev.seatkey.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import dev.seatkey.localstack.components.Components;
import dev.seatkey.messaging.batch.AvroFormat;
import dev.seatkey.messaging.testkit.TopicReader;
import dev.seatkey.schemas.Topic;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The worker on real components, and what one can do to it from outside. */
final class RunningIntake implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Components components = Components.shared();
    private final AvroFormat format =
            new AvroFormat(Map.of("schema.registry.url", components.registry().url()));
    private final TopicReader topics = new TopicReader(components.broker().bootstrapServers(), format);
    private final KafkaProducer<byte[], byte[]> sender = new KafkaProducer<>(
            Map.of("bootstrap.servers", components.broker().bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    private final ConfigurableApplicationContext worker = start();

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(SaleIntakeApplication.class)
                .run(
                        "--server.port=0",
                        "--spring.kafka.bootstrap-servers="
                                + components.broker().bootstrapServers(),
                        "--seatkey.schema-registry.url=" + components.registry().url(),
                        "--spring.mongodb.uri=" + components.store().uri(),
                        "--spring.mongodb.database=" + components.store().databasePrefix() + UUID.randomUUID());
    }

    void awaitReady() {
        await().until(() -> get("/actuator/health/readiness").statusCode() == 200);
    }

    void send(Topic topic, String key, Instant at, SpecificRecord body) {
        sendBytes(topic, key, at, format.encode(topic.name(), body));
    }

    void sendBytes(Topic topic, String key, Instant at, byte @Nullable [] value) {
        var unused =
                sender.send(new ProducerRecord<>(topic.name(), null, at.toEpochMilli(), key.getBytes(UTF_8), value));
        sender.flush();
    }

    byte[] encoded(String topic, SpecificRecord body) {
        return format.encode(topic, body);
    }

    <T extends SpecificRecord> List<T> all(Topic topic, Class<T> type) {
        return topics.all(topic, type);
    }

    TopicReader topics() {
        return topics;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        String port = worker.getEnvironment().getRequiredProperty("local.server.port");
        return HTTP.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        worker.close();
        sender.close();
        topics.close();
    }
}
