package dev.seatkey.torture.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.seatkey.torture.fleet.Armed;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TriggerTest {
    @TempDir
    Path directory;

    private final AtomicInteger halts = new AtomicInteger();
    private final AtomicInteger holdUps = new AtomicInteger();
    private Armed armed;
    private Trigger trigger;

    @BeforeEach
    void setUp() {
        armed = new Armed(directory.resolve("armed"));
        trigger = new Trigger(armed.file(), halts::incrementAndGet, holdUps::incrementAndGet);
    }

    @Test
    void letsEverybodyPassWhoIsNotAimedAt() {
        trigger.passed(CrashPoint.SENT);
        armed.at(CrashPoint.WRITTEN);
        trigger.passed(CrashPoint.SENT);

        assertThat(halts).hasValue(0);
        assertThat(armed.isWaiting()).isTrue();
    }

    @Test
    void haltsTheFirstThatPassesAndNobodyAfterwards() {
        armed.at(CrashPoint.WRITTEN);
        trigger.passed(CrashPoint.WRITTEN);
        trigger.passed(CrashPoint.WRITTEN);

        assertThat(halts).hasValue(1);
        assertThat(armed.isWaiting()).isFalse();
    }

    @Test
    void holdsUpTheFirstThatPasses() {
        armed.holdUpAt(CrashPoint.WRITTEN);
        trigger.passed(CrashPoint.WRITTEN);
        trigger.passed(CrashPoint.WRITTEN);

        assertThat(holdUps).hasValue(1);
        assertThat(halts).hasValue(0);
    }

    @Test
    void aimsAtTheLastPointThatWasNamed() {
        armed.at(CrashPoint.WRITTEN);
        armed.at(CrashPoint.READ);
        trigger.passed(CrashPoint.WRITTEN);
        trigger.passed(CrashPoint.READ);

        assertThat(halts).hasValue(1);
    }

    @Test
    void letsPassOnceDisarmed() {
        armed.at(CrashPoint.POLLED);
        armed.disarm();
        trigger.passed(CrashPoint.POLLED);

        assertThat(halts).hasValue(0);
    }

    @Test
    void letsNobodyPassWhileTheProcessEnds() throws InterruptedException {
        var ends = new CountDownLatch(1);
        var ending = new CountDownLatch(1);
        var slow = new Trigger(armed.file(), () -> endSlowly(ending, ends), holdUps::incrementAndGet);
        armed.at(CrashPoint.SENT);

        try {
            // given a thread in whose hands the process ends
            new Thread(() -> slow.passed(CrashPoint.SENT)).start();
            ending.await();

            // when another reaches its own crash point
            var second = new Thread(() -> slow.passed(CrashPoint.SENT));
            second.start();

            // then it gets no further
            await().until(() -> second.getState() == Thread.State.BLOCKED || !second.isAlive());
            assertThat(second.isAlive()).isTrue();
        } finally {
            ends.countDown();
        }
    }

    private static void endSlowly(CountDownLatch ending, CountDownLatch ends) {
        ending.countDown();
        try {
            ends.await();
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }
}
