package dev.seatkey.messaging.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoDatabase;
import dev.seatkey.contract.CommandRefused;
import dev.seatkey.contract.DecideSale;
import dev.seatkey.contract.UserReference;
import dev.seatkey.contract.Verdict;
import dev.seatkey.localstack.components.Components;
import dev.seatkey.messaging.Subscription;
import dev.seatkey.messaging.testkit.TopicReader;
import dev.seatkey.schemas.Topics;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The whole batch on a real broker, registry and store, with trouble at its steps. */
class ExactlyOnceIT {
    private final Components components = Components.shared();
    private final AvroFormat format =
            new AvroFormat(Map.of("schema.registry.url", components.registry().url()));
    private final TopicReader topics = new TopicReader(components.broker().bootstrapServers(), format);
    private final KafkaProducer<byte[], byte[]> sender = new KafkaProducer<>(
            Map.of("bootstrap.servers", components.broker().bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    private final Trouble trouble = new Trouble();
    private final String run = UUID.randomUUID().toString();
    private ConfigurableApplicationContext worker = start();

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import(MessagingConfiguration.class)
    static class JournalApplication {
        @Bean
        Journal journal(MongoDatabase database) {
            return new Journal(database);
        }

        @Bean
        Subscription subscription(Journal journal) {
            return Journal.subscription(journal);
        }
    }

    @BeforeEach
    void startAfresh() {
        await().until(() -> health().equals(Status.UP));
    }

    @AfterEach
    void stop() {
        worker.close();
        sender.close();
        topics.close();
    }

    @Test
    void answersEachRecordOnce() {
        send(300);

        await().untilAsserted(() -> assertThat(answers()).hasSize(300));
        assertThat(journal().size()).isEqualTo(300);
    }

    @Test
    void aCrashBetweenSendAndCommitDoublesNothing() {
        trouble.at(Step.SENT, 3);

        send(50);

        await().untilAsserted(() -> assertThat(answers()).hasSizeGreaterThanOrEqualTo(50));
        assertThat(trouble.left()).isZero();
        assertThat(answers()).hasSize(50).doesNotHaveDuplicates();
    }

    @Test
    void aLostAnswerToACommitDoublesNothing() {
        trouble.at(Step.COMMITTED, 1);

        send(50);
        await().until(() -> trouble.left() == 0);
        send(1);

        await().untilAsserted(() -> assertThat(answers()).hasSizeGreaterThanOrEqualTo(51));
        assertThat(answers()).hasSize(51);
    }

    @Test
    void waitsForAStoreThatIsAwayAndSaysSo() {
        trouble.at(Step.READ, 4);

        send(10);

        await().until(() -> health().equals(Status.OUT_OF_SERVICE));
        await().untilAsserted(() -> assertThat(answers()).hasSize(10));
        await().until(() -> health().equals(Status.UP));
        assertThat(deadLetters()).isEmpty();
    }

    @Test
    void putsBrokenRecordsAsideAndGoesOn() throws Exception {
        send(5);
        sender.send(record("broken-" + run, "no avro".getBytes(UTF_8))).get();
        sender.send(record("null-" + run, null)).get();
        send(5);

        await().untilAsserted(() -> assertThat(answers()).hasSize(10));
        assertThat(deadLetters()).hasSize(2);
    }

    @Test
    void putsAsideWhatIsLargerThanItCanSendAndGoesOn() throws Exception {
        ProducerRecord<byte[], byte[]> largeKey = record(run + "k".repeat(4_000_000), null);
        ProducerRecord<byte[], byte[]> largeHeader = record("large-header-" + run, null);
        largeHeader.headers().add("large", new byte[4_000_000]);
        try (KafkaProducer<byte[], byte[]> compressing = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        components.broker().bootstrapServers(),
                        "compression.type",
                        "gzip",
                        "max.request.size",
                        10_000_000),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            compressing.send(largeKey).get();
            compressing.send(largeHeader).get();
        }
        send(5);

        await().untilAsserted(() -> assertThat(answers()).hasSize(5));
        await().untilAsserted(() -> assertThat(deadLetters()).hasSize(2));
    }

    @Test
    void anInstanceThatComesBackGoesOnWhereItStopped() {
        send(20);
        await().untilAsserted(() -> assertThat(answers()).hasSize(20));
        worker.close();
        send(20);

        worker = start();

        await().untilAsserted(() -> assertThat(answers()).hasSizeGreaterThanOrEqualTo(40));
        assertThat(answers()).hasSize(40);
    }

    private int sent;

    private void send(int count) {
        IntStream.range(0, count).forEach(i -> sendDecision(run + "-" + sent++));
        sender.flush();
    }

    private void sendDecision(String saleId) {
        DecideSale decision = new DecideSale(saleId, Verdict.APPROVE, new UserReference("organization", "user"), null);
        var unused = sender.send(record(saleId, format.encode(Topics.APPROVAL_DECISIONS.name(), decision)));
    }

    private static ProducerRecord<byte[], byte[]> record(String key, byte @org.jspecify.annotations.Nullable [] value) {
        return new ProducerRecord<>(Topics.APPROVAL_DECISIONS.name(), key.getBytes(UTF_8), value);
    }

    private List<String> answers() {
        return topics.all(Topics.SALE_EVENTS, CommandRefused.class).stream()
                .map(CommandRefused::getSaleId)
                .filter(saleId -> saleId.startsWith(run))
                .toList();
    }

    private List<String> deadLetters() {
        return topics.all(Topics.APPROVAL_DECISIONS.deadLetters(Topics.APPROVAL_WORKER), 1).stream()
                .map(ConsumerRecord::key)
                .map(key -> new String(key, UTF_8))
                .filter(key -> key.contains(run))
                .toList();
    }

    private Status health() {
        return worker.getBean(Subscriptions.class).health().getStatus();
    }

    private Journal journal() {
        return worker.getBean(Journal.class);
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(JournalApplication.class)
                .web(WebApplicationType.NONE)
                .initializers(context -> context.getBeanFactory().registerSingleton("trouble", trouble))
                .properties(Map.of(
                        "spring.application.name",
                        "approval-worker",
                        "spring.config.import",
                        "classpath:worker-defaults.yaml",
                        "spring.kafka.bootstrap-servers",
                        components.broker().bootstrapServers(),
                        "seatkey.schema-registry.url",
                        components.registry().url(),
                        "spring.mongodb.uri",
                        components.store().uri(),
                        "spring.mongodb.database",
                        components.store().databasePrefix() + "journal-" + run))
                .run();
    }

    /** Fails a number of times at a step, as a dying server would. */
    static final class Trouble implements Checkpoint {
        private Step step = Step.POLLED;
        private int left;

        synchronized void at(Step step, int times) {
            this.step = step;
            this.left = times;
        }

        synchronized int left() {
            return left;
        }

        @Override
        public synchronized void passed(Step step) {
            if (step == this.step && left > 0) {
                left--;
                throw new MongoTimeoutException("as if something were away after " + step);
            }
        }
    }
}
