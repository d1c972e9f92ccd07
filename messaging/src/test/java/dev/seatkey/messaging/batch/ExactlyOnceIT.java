package dev.seatkey.messaging.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole batch with trouble at its steps; batches of 3 are full more often than not, so that they overlap. */
@ResourceLock("approval-decisions")
@ParameterizedClass(name = "batches of {0}")
@ValueSource(ints = {3, 500})
class ExactlyOnceIT {
    private final JournalSite site = new JournalSite();
    private final Trouble trouble = new Trouble();
    private final int batchSize;
    private ConfigurableApplicationContext worker;

    ExactlyOnceIT(int batchSize) {
        this.batchSize = batchSize;
        this.worker = site.start(trouble, batchSize);
    }

    @BeforeEach
    void startAfresh() {
        await().until(() -> site.health().equals(Status.UP));
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void answersEachRecordOnce() {
        site.send(300);

        await().untilAsserted(() -> assertThat(site.answers()).hasSize(300));
        assertThat(worker.getBean(Journal.class).size()).isEqualTo(300);
    }

    @Test
    void aCrashBetweenSendAndCommitDoublesNothing() {
        trouble.at(Step.SENT, 3);

        site.send(50);

        await().untilAsserted(() -> assertThat(site.answers()).hasSizeGreaterThanOrEqualTo(50));
        assertThat(trouble.left()).isZero();
        assertThat(site.answers()).hasSize(50).doesNotHaveDuplicates();
    }

    @Test
    void aLostAnswerToACommitDoublesNothing() {
        trouble.at(Step.COMMITTED, 1);

        site.send(50);
        await().until(() -> trouble.left() == 0);
        site.send(1);

        await().untilAsserted(() -> assertThat(site.answers()).hasSizeGreaterThanOrEqualTo(51));
        assertThat(site.answers()).hasSize(51);
    }

    @Test
    void waitsForAStoreThatIsAwayAndSaysSo() {
        trouble.at(Step.READ, 4);

        site.send(10);

        await().until(() -> site.health().equals(Status.OUT_OF_SERVICE));
        await().untilAsserted(() -> assertThat(site.answers()).hasSize(10));
        await().until(() -> site.health().equals(Status.UP));
        assertThat(site.deadLetters()).isEmpty();
    }

    @Test
    void putsBrokenRecordsAsideAndGoesOn() {
        site.send(5);
        site.send(site.record("broken", "no avro".getBytes(UTF_8)));
        site.send(site.record("null", null));
        site.send(5);

        await().untilAsserted(() -> assertThat(site.answers()).hasSize(10));
        assertThat(site.deadLetters()).hasSize(2);
    }

    @Test
    void putsAsideWhatIsLargerThanItCanSendAndGoesOn() throws Exception {
        ProducerRecord<byte[], byte[]> largeKey = site.record("k".repeat(4_000_000), null);
        ProducerRecord<byte[], byte[]> largeHeader = site.record("large-header", null);
        largeHeader.headers().add("large", new byte[4_000_000]);
        try (KafkaProducer<byte[], byte[]> compressing = new KafkaProducer<>(
                Map.of("bootstrap.servers", site.brokers(), "compression.type", "gzip", "max.request.size", 10_000_000),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            compressing.send(largeKey).get();
            compressing.send(largeHeader).get();
        }
        site.send(5);

        await().untilAsserted(() -> assertThat(site.answers()).hasSize(5));
        await().untilAsserted(() -> assertThat(site.deadLetters()).hasSize(2));
    }

    @Test
    void anInstanceThatComesBackGoesOnWhereItStopped() {
        site.send(20);
        await().untilAsserted(() -> assertThat(site.answers()).hasSize(20));
        worker.close();
        site.send(20);

        worker = site.start(trouble, batchSize);

        await().untilAsserted(() -> assertThat(site.answers()).hasSizeGreaterThanOrEqualTo(40));
        assertThat(site.answers()).hasSize(40);
    }
}
