package dev.seatkey.messaging.batch;

import static dev.seatkey.messaging.batch.Step.COMMITTED;
import static dev.seatkey.messaging.batch.Step.READ;
import static dev.seatkey.messaging.batch.Step.SENT;
import static dev.seatkey.messaging.batch.Step.WRITTEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;

/** A full batch's transaction goes on while the next batch is handled. */
@ResourceLock("approval-decisions")
class OverlapIT {
    private static final int FULL = 5;

    private final JournalSite site = new JournalSite();
    private final Stage stage = new Stage();

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    @DisplayName("The next batch is stored meanwhile, and sent afterwards")
    void oneTransactionAfterTheOther() {
        site.send(2 * FULL, 0);
        var nextIsStored = new Moment();
        stage.when(SENT, 1, nextIsStored::pass).when(WRITTEN, 2, nextIsStored::hasCome);

        site.start(stage, FULL);

        await().untilAsserted(() ->
                assertThat(stage.among(SENT, COMMITTED)).containsExactly(SENT, COMMITTED, SENT, COMMITTED));
        assertThat(site.answers()).hasSize(2 * FULL).doesNotHaveDuplicates();
        assertThat(nextIsStored.wasAwaited()).isTrue();
    }

    @ParameterizedTest(name = "after {0}, with the next batch from partition {1}")
    @CsvSource({"SENT, 0", "SENT, 1", "COMMITTED, 0", "COMMITTED, 1"})
    @DisplayName("One that fails after the next batch was stored takes both back")
    void takesBothBack(Step failing, int partition) {
        site.send(FULL, 0);
        site.send(FULL, partition);
        var nextIsStored = new Moment();
        stage.when(failing, 1, () -> {
                    nextIsStored.pass();
                    fail();
                })
                .when(WRITTEN, 2, nextIsStored::hasCome);

        site.start(stage, FULL);

        eachIsAnsweredOnce(2 * FULL);
        assertThat(nextIsStored.wasAwaited()).isTrue();
    }

    @ParameterizedTest(name = "the transaction fails, too: {0}")
    @ValueSource(booleans = {true, false})
    @DisplayName("One that is under way while the next batch fails ends before that is tried again")
    void endsBeforeTheNextIsTriedAgain(boolean failsToo) {
        site.send(FULL, 0);
        site.send(FULL, 1);
        var nextFails = new Moment();
        stage.when(SENT, 1, () -> {
                    nextFails.pass();
                    if (failsToo) {
                        fail();
                    }
                })
                .when(READ, 2, () -> {
                    nextFails.hasCome();
                    fail();
                });

        site.start(stage, FULL);

        eachIsAnsweredOnce(2 * FULL);
        assertThat(nextFails.wasAwaited()).isTrue();
    }

    @Test
    @DisplayName("One that fails is done again, also when no other batch comes")
    void isDoneAgainInSilence() {
        site.send(FULL, 0);
        stage.when(SENT, 1, OverlapIT::fail);

        site.start(stage, FULL);

        eachIsAnsweredOnce(FULL);
        await().until(() -> site.health().equals(Status.UP));
    }

    @Test
    @DisplayName("One of which only the answer was lost is not done again when no other batch comes")
    void isNotDoneAgainInSilence() {
        site.send(FULL, 0);
        stage.when(COMMITTED, 1, OverlapIT::fail);

        site.start(stage, FULL);

        await().until(() -> site.health().equals(Status.OUT_OF_SERVICE)
                && stage.among(COMMITTED).size() == 1);
        await().until(() -> site.health().equals(Status.UP));
        eachIsAnsweredOnce(FULL);
        assertThat(stage.among(WRITTEN)).hasSize(1);
    }

    @ParameterizedTest(name = "after {0}")
    @EnumSource(names = {"DECIDED", "SENT"})
    @DisplayName("An error in it stops the consumer, as one on the consumer's thread does")
    void anErrorStopsTheConsumer(Step failing) {
        site.send(FULL, 0);
        stage.when(failing, 1, () -> {
            throw new AssertionError("a mistake in the program");
        });

        site.startReadingAhead(stage, FULL);

        await().until(() -> site.health().equals(Status.DOWN));
        assertThat(site.answers()).isEmpty();
    }

    @Test
    @DisplayName("After a failure, nothing overlaps until a batch has passed")
    void overlapsNothingAfterAFailure() {
        site.send(3 * FULL, 0);
        stage.when(READ, 1, OverlapIT::fail).when(SENT, 1, OverlapIT::fail);

        site.start(stage, FULL);

        eachIsAnsweredOnce(3 * FULL);
        assertThat(stage.among(READ, SENT)).startsWith(READ, READ, SENT, READ, SENT);
    }

    @ParameterizedTest(name = "under way after {0}, it fails: {1}")
    @CsvSource({"SENT, true", "SENT, false", "DECIDED, true", "DECIDED, false"})
    @DisplayName("Partitions are kept until it has ended, so that whoever gets them begins where it should")
    void keepsThePartitionsUntilItHasEnded(Step underWay, boolean fails) {
        long begin = site.end(0);
        site.send(FULL, 0);
        var isUnderWay = new Moment();
        var partitionsMove = new Moment();
        stage.when(underWay, 1, () -> {
            isUnderWay.hasCome();
            partitionsMove.pass();
            if (fails) {
                fail();
            }
        });
        site.startReadingAhead(stage, FULL);
        isUnderWay.pass();
        assertThat(isUnderWay.wasAwaited()).isTrue();

        var begins = new AtomicLong(-1);
        try (var other = site.memberForPartition0(begins::set)) {
            // Longer than until the worker's next heartbeat, with which it learns that its partitions are wanted.
            await().pollInSameThread().during(Duration.ofSeconds(3)).until(() -> {
                other.poll(Duration.ofMillis(100));
                return begins.get() < 0;
            });
            partitionsMove.hasCome();
            await().pollInSameThread().until(() -> {
                other.poll(Duration.ofMillis(100));
                return begins.get() >= 0;
            });
            assertThat(begins).hasValue(fails ? begin : begin + FULL);
        }

        eachIsAnsweredOnce(FULL);
        assertThat(partitionsMove.wasAwaited()).isTrue();
    }

    @ParameterizedTest(name = "under way after {0}")
    @EnumSource(names = {"DECIDED", "SENT"})
    @DisplayName("A worker that stops finishes it")
    void isFinishedAtTheStop(Step underWay) {
        site.send(FULL, 0);
        var isUnderWay = new Moment();
        var stops = new Moment();
        stage.when(underWay, 1, () -> {
            isUnderWay.hasCome();
            stops.pass();
        });
        ConfigurableApplicationContext worker = site.startReadingAhead(stage, FULL);
        Subscriptions subscriptions = worker.getBean(Subscriptions.class);
        isUnderWay.pass();

        var stopped = CompletableFuture.runAsync(worker::close);
        await().until(() -> subscriptions.health().getStatus().equals(Status.DOWN));
        await().during(Duration.ofSeconds(2)).until(() -> !stopped.isDone());
        stops.hasCome();
        stopped.join();

        assertThat(stage.among(SENT, COMMITTED)).containsExactly(SENT, COMMITTED);
        assertThat(site.answers()).hasSize(FULL).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("Nobody looks for due work while it is under way")
    void theSweepWaitsForIt() {
        site.send(FULL, 0);
        var searches = new AtomicInteger();
        var isUnderWay = new Moment();
        var enoughIsSeen = new Moment();
        stage.when(SENT, 1, () -> {
            isUnderWay.hasCome();
            enoughIsSeen.pass();
        });
        site.startSweeping(stage, FULL, (now, slices, limit) -> {
            searches.incrementAndGet();
            return List.of();
        });
        isUnderWay.pass();
        assertThat(isUnderWay.wasAwaited()).isTrue();

        int before = searches.get();
        await().during(Duration.ofSeconds(3)).until(() -> searches.get() == before);
        enoughIsSeen.hasCome();

        await().until(() -> searches.get() > before);
        assertThat(enoughIsSeen.wasAwaited()).isTrue();
        eachIsAnsweredOnce(FULL);
    }

    private void eachIsAnsweredOnce(int sent) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(site.answers()).hasSizeGreaterThanOrEqualTo(sent));
        assertThat(site.answers()).hasSize(sent).doesNotHaveDuplicates();
    }

    private static void fail() {
        throw new MongoTimeoutException("as if a server were away");
    }
}
