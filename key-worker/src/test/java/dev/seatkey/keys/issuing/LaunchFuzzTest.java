package dev.seatkey.keys.issuing;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.seatkey.contract.TestLaunched;
import dev.seatkey.keys.plans.Plan;
import dev.seatkey.keys.plans.Sold;
import dev.seatkey.keys.samples.Causes;
import dev.seatkey.keys.samples.SampleLaunch;
import dev.seatkey.messaging.Subscription;
import dev.seatkey.messaging.testkit.Gauntlet;
import dev.seatkey.schemas.Topics;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Hostile launches, of an organization with a plan and of others")
class LaunchFuzzTest {
    private static final LaunchListener LISTENER = listener();
    private static final Gauntlet GAUNTLET = Gauntlet.of(
            new Subscription(
                    Topics.KEY_WORKER, "launches", List.of(Topics.TEST_LAUNCHES), Set.of(TestLaunched.class), LISTENER),
            LISTENER,
            launches -> listener().read(launches),
            new SampleLaunch("neighbour", "org-1", "it-pro-practice-test", "linux", "neighbour", List.of("Learner"))
                    .launched());

    @FuzzTest
    void loseNoBytes(byte[] bytes) {
        GAUNTLET.sendBytes(bytes);
    }

    @FuzzTest
    void loseNoRecord(FuzzedDataProvider data) {
        GAUNTLET.sendRecord(data);
    }

    private static LaunchListener listener() {
        MemoryStore store = new MemoryStore();
        Sold sold = new Sold(
                "sale-1",
                "org-1",
                "it-pro-practice-test",
                3,
                Instant.parse("2026-01-01T00:00:00Z"),
                Instant.parse("2027-01-01T00:00:00Z"),
                ZoneId.of("Europe/Madrid"),
                180);
        store.plans.put(sold.saleId(), Plan.pending(sold).approved(Causes.record("approval", sold.from())));
        return new LaunchListener(
                new AnswerLaunches(new RandomKeyCodes()),
                () -> {},
                store.plans(),
                store.seats(),
                store.keys(),
                store.answers());
    }
}
