package dev.seatkey.intake.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatkey.intake.sales.Milestone;
import dev.seatkey.intake.sales.SaleStatus;
import dev.seatkey.intake.sales.UserReference;
import dev.seatkey.messaging.Cause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A sale's status never goes back, whatever order events come in")
class FollowSalesTest {
    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");
    private static final UserReference ADA = new UserReference("headquarters", "ada");

    private final Milestone registered = Milestone.registered(cause(0));

    @Test
    void learnsWhoDecidedAlsoWhenThatComesLate() {
        Milestone active = event(SaleStatus.ACTIVE, 1).after(registered).orElseThrow();

        Milestone decided = event(SaleStatus.APPROVED, 2).after(active).orElseThrow();

        assertThat(decided.status()).isEqualTo(SaleStatus.ACTIVE);
        assertThat(decided.decidedBy()).isEqualTo(ADA);
        assertThat(decided.changedAt()).isEqualTo(active.changedAt());
    }

    @Test
    void tellsNothingNewWhenAnEventIsRepeated() {
        Milestone approved = event(SaleStatus.APPROVED, 1).after(registered).orElseThrow();

        assertThat(event(SaleStatus.APPROVED, 2).after(approved)).isEmpty();
    }

    @Test
    void leavesAFinalStatusAlone() {
        Milestone declined = event(SaleStatus.DECLINED, 1).after(registered).orElseThrow();

        for (SaleStatus status : SaleStatus.values()) {
            assertThat(event(status, 2).after(declined)).isEmpty();
        }
    }

    static Stream<Long> seeds() {
        return new Random(11).longs(30).boxed();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void endsWhereTheLastStageIsInAnyOrder(long seed) {
        List<SaleStatus> events = new ArrayList<>(List.of(
                SaleStatus.APPROVED,
                SaleStatus.APPROVED,
                SaleStatus.ACTIVE,
                SaleStatus.ACTIVE,
                SaleStatus.ENDED,
                SaleStatus.ENDED));
        Collections.shuffle(events, new Random(seed));

        Milestone now = registered;
        int number = 1;
        for (SaleStatus status : events) {
            Milestone before = now;
            now = event(status, number++).after(now).orElse(before);
            assertThat(now.status().comesBefore(before.status())).isFalse();
        }

        assertThat(now.status()).isEqualTo(SaleStatus.ENDED);
        assertThat(now.decidedBy()).isEqualTo(ADA);
    }

    private static SaleMoved event(SaleStatus to, int offset) {
        boolean decision = to == SaleStatus.APPROVED || to == SaleStatus.DECLINED;
        return new SaleMoved("one", to, decision ? ADA : null, decision ? NOON : null, cause(offset));
    }

    private static Cause cause(int offset) {
        String record = "sale-events-0@" + offset;
        return new Cause(record, record, record, null, NOON.plusSeconds(offset));
    }
}
