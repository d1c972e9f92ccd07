package dev.seatkey.messaging.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;

@DisplayName("A batch whose encoding fails while it is still being written")
final class TransactionsTest {
    private static final TopicPartition PARTITION = new TopicPartition("launches", 0);

    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** Asks no broker: nothing is sent of a batch that cannot be encoded. */
    private final Transactions transactions = new Transactions(
            new KafkaTemplate<>(new DefaultKafkaProducerFactory<>(Map.of())),
            threads,
            Checkpoint.NONE,
            new SubscriptionHealth("launches"));

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    static Stream<Named<Consumer<Transactions>>> endings() {
        return Stream.of(
                Named.of("settled", Transactions::settle),
                Named.of("asked what failed", Transactions::failed),
                Named.of("its partitions revoked", ended -> ended.onPartitionsRevoked(List.of(PARTITION))));
    }

    @ParameterizedTest
    @MethodSource("endings")
    @DisplayName("has not ended before it is written: nothing of it may be under way when it is handled again")
    void endsWhenItIsWritten(Consumer<Transactions> ending) {
        Thread consumer = Thread.currentThread();
        var written = new AtomicBoolean();
        var decided = new Decided(
                () -> {
                    throw new IllegalStateException("as if a bug showed");
                },
                () -> {
                    await().until(() -> consumer.getState() == Thread.State.WAITING);
                    written.set(true);
                });
        transactions.begin(
                decided,
                Offsets.of(List.of(new ConsumerRecord<>(PARTITION.topic(), 0, 7, new byte[0], new byte[0]))),
                new ConsumerGroupMetadata("launches"));

        Throwable unused = catchThrowable(() -> ending.accept(transactions));

        assertThat(written).isTrue();
        assertThat(transactions.failed()).isEqualTo(Map.of(PARTITION, 7L));
    }
}
