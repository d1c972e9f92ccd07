package dev.seatkey.messaging.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seatkey.localstack.components.Components;
import dev.seatkey.messaging.CatchUp;
import dev.seatkey.messaging.PassingFault;
import dev.seatkey.schemas.Topic;
import dev.seatkey.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;

class CatchUpIT {
    private static final TopicPartition PARTITION = new TopicPartition(Topics.PRICE_LIST.name(), 1);

    /** Nobody publishes to it here. */
    private static final Topic OF_NOBODY = Topics.PLAN_EVENTS;

    private final String brokers = Components.shared().broker().bootstrapServers();
    private final DefaultKafkaConsumerFactory<byte[], byte[]> consumers = new DefaultKafkaConsumerFactory<>(
            Map.of(
                    "bootstrap.servers", brokers,
                    "isolation.level", "read_committed",
                    "auto.offset.reset", "earliest"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    private final CatchUp catchUp = new CatchUp(consumers, Duration.ofSeconds(2));
    private final String group = UUID.randomUUID().toString();

    @Test
    void aGroupThatHasNotReadWhatWasPublishedIsWaitedForInVain() {
        publish();

        assertThatThrownBy(() -> catchUp.require(group, List.of(Topics.PRICE_LIST)))
                .isInstanceOf(PassingFault.class)
                .hasMessageContaining("price-list-1");
    }

    @Test
    void aGroupThatHasHandledEveryRecordHasCaughtUpThoughTransactionMarkersFollow() {
        publish();
        readAll();

        assertThatCode(() -> catchUp.require(group, List.of(Topics.PRICE_LIST))).doesNotThrowAnyException();
    }

    @Test
    void waitsInPlaceForAGroupThatIsAboutToCatchUp() {
        publish();
        CompletableFuture<Void> reader = CompletableFuture.runAsync(this::readAll);

        try (CatchUp patient = new CatchUp(consumers, Duration.ofSeconds(20))) {
            assertThatCode(() -> patient.require(group, List.of(Topics.PRICE_LIST)))
                    .doesNotThrowAnyException();
        }
        reader.join();
    }

    @Test
    void whereReferencesStayMissingItIsAskedAgainAndAgainWithoutAnotherConsumer() {
        AtomicInteger consumersMade = new AtomicInteger();
        consumers.addListener(new ConsumerFactory.Listener<>() {
            @Override
            public void consumerAdded(String id, Consumer<byte[], byte[]> consumer) {
                consumersMade.incrementAndGet();
            }
        });

        catchUp.require(group, List.of(OF_NOBODY));
        int madeAtFirst = consumersMade.get();
        catchUp.require(group, List.of(OF_NOBODY));
        catchUp.require(group, List.of(OF_NOBODY));

        assertThat(madeAtFirst).isPositive();
        assertThat(consumersMade).hasValue(madeAtFirst);
    }

    @Test
    void consumersThatCouldNotTellAreClosedAndOthersAsked() {
        List<String> closed = new ArrayList<>();
        consumers.addListener(new ConsumerFactory.Listener<>() {
            @Override
            public void consumerRemoved(@Nullable String id, Consumer<byte[], byte[]> consumer) {
                closed.add(String.valueOf(id));
            }
        });
        publish();

        assertThatThrownBy(() -> catchUp.require(group, List.of(Topics.PRICE_LIST)))
                .isInstanceOf(PassingFault.class);

        assertThat(closed).hasSize(2);
        assertThatCode(() -> catchUp.require(group, List.of(OF_NOBODY))).doesNotThrowAnyException();
    }

    @Test
    void whatIsAcknowledgedBehindAnOpenTransactionIsWaitedForAsWell() {
        publish();
        readAll();
        try (KafkaProducer<byte[], byte[]> slow = transactional();
                KafkaProducer<byte[], byte[]> sender = producer(Map.of())) {
            slow.beginTransaction();
            send(slow);
            send(sender);

            assertThatThrownBy(() -> catchUp.require(group, List.of(Topics.PRICE_LIST)))
                    .isInstanceOf(PassingFault.class);
            slow.commitTransaction();
        }
        readAll();
        assertThatCode(() -> catchUp.require(group, List.of(Topics.PRICE_LIST))).doesNotThrowAnyException();
    }

    @Test
    void whatWasGivenUpIsNotWaitedFor() {
        publish();
        readAll();
        try (KafkaProducer<byte[], byte[]> failing = transactional()) {
            failing.beginTransaction();
            send(failing);
            failing.abortTransaction();
        }

        assertThatCode(() -> catchUp.require(group, List.of(Topics.PRICE_LIST))).doesNotThrowAnyException();
    }

    @Test
    void whatIsPublishedBetweenTwoQuestionsIsWaitedForAsWell() {
        publish();
        readAll();
        catchUp.require(group, List.of(Topics.PRICE_LIST));
        publish();

        assertThatThrownBy(() -> catchUp.require(group, List.of(Topics.PRICE_LIST)))
                .isInstanceOf(PassingFault.class);
        readAll();
        assertThatCode(() -> catchUp.require(group, List.of(Topics.PRICE_LIST))).doesNotThrowAnyException();
    }

    @AfterEach
    void close() {
        catchUp.close();
    }

    private void publish() {
        try (KafkaProducer<byte[], byte[]> producer = transactional()) {
            producer.beginTransaction();
            send(producer);
            producer.commitTransaction();
        }
    }

    private KafkaProducer<byte[], byte[]> transactional() {
        KafkaProducer<byte[], byte[]> producer = producer(Map.of("transactional.id", group));
        producer.initTransactions();
        return producer;
    }

    private KafkaProducer<byte[], byte[]> producer(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("bootstrap.servers", brokers);
        return new KafkaProducer<>(all, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Returns when the broker has acknowledged it. */
    private static void send(KafkaProducer<byte[], byte[]> producer) {
        var acknowledged = producer.send(
                new ProducerRecord<>(PARTITION.topic(), PARTITION.partition(), new byte[] {1}, new byte[] {1}));
        producer.flush();
        assertThat(acknowledged).succeedsWithin(Duration.ZERO);
    }

    /** As a worker does: commits the offset after the last record, and knows nothing of markers. */
    private void readAll() {
        try (Consumer<byte[], byte[]> consumer = consumers.createConsumer(group, "reader")) {
            consumer.assign(Set.of(PARTITION));
            consumer.seekToBeginning(Set.of(PARTITION));
            long end = consumer.endOffsets(Set.of(PARTITION)).getOrDefault(PARTITION, 0L);
            long next = 0;
            while (consumer.position(PARTITION) < end) {
                for (var record : consumer.poll(Duration.ofMillis(100))) {
                    next = record.offset() + 1;
                }
            }
            consumer.commitSync(Map.of(PARTITION, new OffsetAndMetadata(next)));
        }
    }
}
