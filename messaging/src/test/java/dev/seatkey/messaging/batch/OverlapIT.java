package dev.seatkey.messaging.batch;

import static dev.seatkey.messaging.batch.Step.COMMITTED;
import static dev.seatkey.messaging.batch.Step.READ;
import static dev.seatkey.messaging.batch.Step.SENT;
import static dev.seatkey.messaging.batch.Step.WRITTEN;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.common.GroupState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;

/** A full batch's transaction goes on while the next batch is handled. */
@ResourceLock("approval-decisions")
class OverlapIT {
    private static final int FULL = 5;

    private final JournalSite site = new JournalSite();
    private final Stage stage = new Stage();
    private final List<ConfigurableApplicationContext> workers = new ArrayList<>();

    @AfterEach
    void stop() {
        workers.forEach(ConfigurableApplicationContext::close);
        site.close();
    }

    @Test
    @DisplayName("The next batch is stored meanwhile, and sent afterwards")
    void oneTransactionAfterTheOther() {
        site.send(2 * FULL, 0);
        var nextIsStored = new Moment();
        stage.when(SENT, 1, nextIsStored::pass).when(WRITTEN, 2, nextIsStored::hasCome);

        workers.add(site.start(stage, FULL));

        await().untilAsserted(() -> assertThat(site.answers()).hasSize(2 * FULL));
        assertThat(stage.among(SENT, COMMITTED)).containsExactly(SENT, COMMITTED, SENT, COMMITTED);
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

        workers.add(site.start(stage, FULL));

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

        workers.add(site.start(stage, FULL));

        eachIsAnsweredOnce(2 * FULL);
        assertThat(nextFails.wasAwaited()).isTrue();
    }

    @ParameterizedTest(name = "after {0}")
    @CsvSource({"SENT", "COMMITTED"})
    @DisplayName("One that fails is done again, also when no other batch comes")
    void isDoneAgainInSilence(Step failing) {
        site.send(FULL, 0);
        stage.when(failing, 1, OverlapIT::fail);

        workers.add(site.start(stage, FULL));

        eachIsAnsweredOnce(FULL);
        await().until(() -> JournalSite.health(workers.get(0)).equals(Status.UP));
    }

    @Test
    @DisplayName("After a failure, nothing overlaps until a batch has passed")
    void overlapsNothingAfterAFailure() {
        site.send(3 * FULL, 0);
        stage.when(READ, 1, OverlapIT::fail).when(SENT, 1, OverlapIT::fail);

        workers.add(site.start(stage, FULL));

        eachIsAnsweredOnce(3 * FULL);
        assertThat(stage.among(READ, SENT)).startsWith(READ, READ, SENT, READ, SENT);
    }

    @Test
    @DisplayName("Partitions are kept until it has ended")
    void keepsThePartitionsUntilItHasEnded() {
        site.send(FULL, 0);
        var isUnderWay = new Moment();
        var partitionsMove = new Moment();
        stage.when(SENT, 1, () -> {
            isUnderWay.hasCome();
            partitionsMove.pass();
        });
        workers.add(site.start(stage, FULL));
        isUnderWay.pass();

        var other = new Stage();
        workers.add(site.start(other, FULL));
        await().until(() -> site.groupState() == GroupState.PREPARING_REBALANCE);
        // Longer than until its next heartbeat, with which it learns that its partitions are wanted.
        await().during(Duration.ofSeconds(3)).until(() -> site.groupState() == GroupState.PREPARING_REBALANCE);
        partitionsMove.hasCome();

        await().until(() -> site.groupState() == GroupState.STABLE);
        eachIsAnsweredOnce(FULL);
        assertThat(stage.among(SENT, COMMITTED)).containsExactly(SENT, COMMITTED);
        assertThat(other.among(WRITTEN)).isEmpty();
        assertThat(partitionsMove.wasAwaited()).isTrue();
    }

    @Test
    @DisplayName("A worker that stops finishes it")
    void isFinishedAtTheStop() {
        site.send(FULL, 0);
        var isUnderWay = new Moment();
        var stops = new Moment();
        stage.when(SENT, 1, () -> {
            isUnderWay.hasCome();
            stops.pass();
        });
        ConfigurableApplicationContext worker = site.start(stage, FULL);
        Subscriptions subscriptions = worker.getBean(Subscriptions.class);
        isUnderWay.pass();

        var stopped = CompletableFuture.runAsync(worker::close);
        await().until(() -> subscriptions.health().getStatus().equals(Status.DOWN));
        stops.hasCome();
        stopped.join();

        assertThat(stage.among(SENT, COMMITTED)).containsExactly(SENT, COMMITTED);
        assertThat(site.answers()).hasSize(FULL).doesNotHaveDuplicates();
    }

    private void eachIsAnsweredOnce(int sent) {
        await().untilAsserted(() -> assertThat(site.answers()).hasSizeGreaterThanOrEqualTo(sent));
        assertThat(site.answers()).hasSize(sent).doesNotHaveDuplicates();
    }

    private static void fail() {
        throw new MongoTimeoutException("as if a server were away");
    }

    /** Something that is to happen before something else goes on. */
    private static final class Moment {
        private final CountDownLatch came = new CountDownLatch(1);
        private volatile boolean awaited;

        void hasCome() {
            came.countDown();
        }

        void pass() {
            try {
                awaited = came.await(8, SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /** Whether it came while somebody waited, and not too late. */
        boolean wasAwaited() {
            return awaited;
        }
    }
}
