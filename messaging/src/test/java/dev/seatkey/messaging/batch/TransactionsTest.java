package dev.seatkey.messaging.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.seatkey.messaging.PassingFault;
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

@DisplayName("A batch that fails")
final class TransactionsTest {
    private static final TopicPartition PARTITION = new TopicPartition("launches", 0);

    private final ExecutorService threads = Executors.newCachedThreadPool();

    private final AtomicBoolean sent = new AtomicBoolean();

    /** Asks no broker: of a batch that fails, and of those behind it, nothing is sent. */
    private final Transactions transactions = new Transactions(
            new KafkaTemplate<>(new DefaultKafkaProducerFactory<byte[], byte[]>(Map.of())) {
                @Override
                public <T> T executeInTransaction(OperationsCallback<byte[], byte[], T> callback) {
                    sent.set(true);
                    throw new AssertionError("nothing is to be sent");
                }
            },
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
    @DisplayName(
            "while it is still being written has not ended before it is: nothing of it may be under way when it is handled again")
    void endsWhenItIsWritten(Consumer<Transactions> ending) {
        var written = new AtomicBoolean();
        begin(7, failingWhenAwaited(written, "as if a bug showed"));

        Throwable unused = catchThrowable(() -> ending.accept(transactions));

        assertThat(written).isTrue();
        assertThat(transactions.failed()).isEqualTo(Map.of(PARTITION, 7L));
    }

    @ParameterizedTest
    @MethodSource("endings")
    @DisplayName("takes the next one with it, which is written meanwhile: it is neither sent nor ended before")
    void takesTheNextWithIt(Consumer<Transactions> ending) {
        var firstEnded = new AtomicBoolean();
        begin(7, failingWhenAwaited(firstEnded, "as if the store were away"));
        var nextWritten = new AtomicBoolean();
        begin(8, () -> {
            nextWritten.set(true);
            return List.of();
        });
        await().untilTrue(nextWritten);

        Throwable unused = catchThrowable(() -> ending.accept(transactions));

        assertThat(firstEnded).isTrue();
        assertThat(transactions.failed()).isEqualTo(Map.of(PARTITION, 7L));
        assertThat(sent).isFalse();
        assertThatThrownBy(transactions::settle).hasRootCauseMessage("as if the store were away");
        assertThatThrownBy(transactions::await).isInstanceOf(PassingFault.class);

        // when
        transactions.giveUp();

        // then
        transactions.settle();
        assertThat(transactions.failed()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("endings")
    @DisplayName("behind one that is still under way has not ended before that one has")
    void endsAfterTheOneBefore(Consumer<Transactions> ending) {
        var firstEnded = new AtomicBoolean();
        begin(7, failingWhenAwaited(firstEnded, "as if the store were away"));
        begin(8, () -> {
            throw new IllegalStateException("as if a bug showed");
        });

        Throwable unused = catchThrowable(() -> ending.accept(transactions));

        assertThat(firstEnded).isTrue();
    }

    /** Is written until this thread waits for it, and then fails. */
    private static Decided failingWhenAwaited(AtomicBoolean ended, String message) {
        Thread consumer = Thread.currentThread();
        return () -> {
            await().until(() -> consumer.getState() == Thread.State.WAITING);
            ended.set(true);
            throw new IllegalStateException(message);
        };
    }

    private void begin(long offset, Decided decided) {
        transactions.begin(
                decided,
                Offsets.of(List.of(new ConsumerRecord<>(PARTITION.topic(), 0, offset, new byte[0], new byte[0]))),
                new ConsumerGroupMetadata("launches"));
    }
}
