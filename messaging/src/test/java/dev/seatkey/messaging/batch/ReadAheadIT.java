package dev.seatkey.messaging.batch;

import static dev.seatkey.messaging.batch.Step.COMMITTED;
import static dev.seatkey.messaging.batch.Step.DECIDED;
import static dev.seatkey.messaging.batch.Step.POLLED;
import static dev.seatkey.messaging.batch.Step.READ;
import static dev.seatkey.messaging.batch.Step.SENT;
import static dev.seatkey.messaging.batch.Step.WRITTEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoTimeoutException;
import dev.seatkey.messaging.LostRace;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.health.contributor.Status;

/** A full batch is written while the next one is read, where the handler knows what it has to wait for. */
@ResourceLock("approval-decisions")
class ReadAheadIT {
    private static final int FULL = 5;

    private final JournalSite site = new JournalSite();
    private final Stage stage = new Stage();

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    @DisplayName("The next batch is read meanwhile, and written afterwards")
    void readsWhileTheLastIsWritten() {
        site.send(2 * FULL, 0);
        var nextIsRead = new Moment();
        stage.when(DECIDED, 1, nextIsRead::pass).when(READ, 2, nextIsRead::hasCome);

        site.startReadingAhead(stage, FULL);

        await().untilAsserted(
                        () -> assertThat(stage.among(READ, WRITTEN)).containsExactly(READ, READ, WRITTEN, WRITTEN));
        eachIsAnswered(2 * FULL, 1);
        assertThat(nextIsRead.wasAwaited()).isTrue();
    }

    @Test
    @DisplayName("What the last batch may have changed is read when it is written")
    void waitsForWhatItAsksAbout() {
        site.sendTwice(FULL, 0);
        var nextIsThere = new Moment();
        stage.when(DECIDED, 1, nextIsThere::pass).when(POLLED, 2, nextIsThere::hasCome);

        site.startReadingAhead(stage, FULL);

        eachIsAnswered(FULL, 2);
        assertThat(nextIsThere.wasAwaited()).isTrue();
        assertThat(stage.among(READ, WRITTEN)).startsWith(READ, WRITTEN, READ);
        assertThat(site.entered())
                .as("the second batch finds what the first entered")
                .hasSize(FULL);
    }

    @Test
    @DisplayName("While one is sent, the next is written, and the one after it read")
    void twoAreUnderWayWhileAThirdIsRead() {
        handleThree(() -> {});

        assertThat(stage.among(SENT, COMMITTED))
                .as("one transaction after the other")
                .containsExactly(SENT, COMMITTED, SENT, COMMITTED, SENT, COMMITTED);
    }

    @Test
    @DisplayName(
            "One that fails while it is sent takes back the next, which is written, and the one after it, which is read")
    void takesAllThreeBack() {
        handleThree(() -> {
            throw new MongoTimeoutException("as if it had met a passing fault");
        });
    }

    /**
     * Each is answered once.
     *
     * @param whileTheFirstIsSent happens when the second is written and the third is read
     */
    private void handleThree(Runnable whileTheFirstIsSent) {
        site.send(3 * FULL, 0);
        var secondIsWritten = new Moment();
        var thirdIsRead = new Moment();
        stage.when(SENT, 1, () -> {
                    secondIsWritten.pass();
                    thirdIsRead.pass();
                    whileTheFirstIsSent.run();
                })
                .when(WRITTEN, 2, secondIsWritten::hasCome)
                .when(READ, 3, thirdIsRead::hasCome);

        site.startReadingAhead(stage, FULL);

        eachIsAnswered(3 * FULL, 1);
        assertThat(secondIsWritten.wasAwaited()).isTrue();
        assertThat(thirdIsRead.wasAwaited()).isTrue();
    }

    static Stream<RuntimeException> failures() {
        return Stream.of(
                new MongoTimeoutException("as if the store were away"),
                new LostRace("as if somebody else were faster"),
                new IllegalStateException("a bug that shows once"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    @DisplayName("One that cannot be written takes back the next one, which is read already")
    void takesBothBack(RuntimeException failure) {
        site.send(2 * FULL, 0);
        var nextIsRead = new Moment();
        stage.when(DECIDED, 1, () -> {
                    nextIsRead.pass();
                    throw failure;
                })
                .when(READ, 2, nextIsRead::hasCome);

        site.startReadingAhead(stage, FULL);

        eachIsAnswered(2 * FULL, 1);
        assertThat(nextIsRead.wasAwaited()).isTrue();
        assertThat(site.deadLetters()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("failures")
    @DisplayName("One that cannot be written is not taken for the fault of the next one, which waits for it")
    void isNotBlamedOnTheNext(RuntimeException failure) {
        site.sendTwice(FULL, 0);
        var nextIsThere = new Moment();
        stage.when(DECIDED, 1, () -> {
                    nextIsThere.pass();
                    throw failure;
                })
                .when(POLLED, 2, nextIsThere::hasCome);

        site.startReadingAhead(stage, FULL);

        eachIsAnswered(FULL, 2);
        assertThat(nextIsThere.wasAwaited()).isTrue();
        assertThat(site.deadLetters()).isEmpty();
    }

    @Test
    @DisplayName("One that cannot be written takes back a batch that is not full, and is written already")
    void takesASmallOneBack() {
        site.send(FULL + 2, 0);
        var nextIsWritten = new Moment();
        stage.when(DECIDED, 1, () -> {
                    nextIsWritten.pass();
                    throw new MongoTimeoutException("as if the store were away");
                })
                .when(WRITTEN, 1, nextIsWritten::hasCome);

        site.startReadingAhead(stage, FULL);

        eachIsAnswered(FULL + 2, 1);
        assertThat(nextIsWritten.wasAwaited()).isTrue();
    }

    /** Says so when nobody answers any more. */
    private void eachIsAnswered(int sales, int times) {
        await().untilAsserted(() -> assertThat(site.answers()).hasSizeGreaterThanOrEqualTo(sales * times));
        await().until(() -> site.health().equals(Status.UP));
        site.stopWorkers();
        assertThat(site.answers()).hasSize(sales * times);
        assertThat(site.answers().stream().distinct()).hasSize(sales);
    }
}
