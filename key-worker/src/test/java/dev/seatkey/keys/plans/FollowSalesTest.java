package dev.seatkey.keys.plans;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatkey.keys.plans.SaleNews.Kind;
import dev.seatkey.keys.samples.Causes;
import dev.seatkey.keys.working.WorkingCopy;
import dev.seatkey.messaging.Cause;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FollowSalesTest {
    private static final Instant FROM = Instant.parse("2027-03-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2028-02-29T00:00:00Z");
    private static final Sold SOLD = new Sold("sale", "acme", "it-pro", 3, FROM, TO, ZoneId.of("UTC"), 180);
    private static final Instant BEFORE = FROM.minus(Duration.ofDays(9));
    private static final Instant LATE = FROM.plus(Duration.ofDays(9));

    @Test
    @DisplayName("K2: a registered sale is a plan that waits")
    void aRegisteredSaleIsAPlanThatWaits() {
        Plan plan = after(news(Kind.REGISTERED, BEFORE));

        assertThat(plan).isEqualTo(Plan.pending(SOLD));
        assertThat(plan.isActiveAt(FROM)).isFalse();
        assertThat(plan.dueAt()).isNull();
    }

    @Test
    @DisplayName("K2: an approved plan is active between its first instant and its end")
    void anApprovedPlanIsActiveInItsTime() {
        Plan plan = after(news(Kind.REGISTERED, BEFORE), news(Kind.APPROVED, BEFORE));

        assertThat(plan.state()).isEqualTo(PlanState.APPROVED);
        assertThat(plan.dueAt()).isEqualTo(FROM);
        assertThat(List.of(FROM.minusMillis(1), FROM, TO.minusMillis(1), TO))
                .extracting(plan::isActiveAt)
                .containsExactly(false, true, true, false);
    }

    @Test
    @DisplayName("A6: approved after its first instant, a plan is active at once")
    void aPlanThatIsApprovedLateStartsAtOnce() {
        SaleNews approval = news(Kind.APPROVED, LATE);

        Plan plan = after(approval);

        assertThat(plan.state()).isEqualTo(PlanState.ACTIVE);
        assertThat(plan.started()).isEqualTo(new Start(LATE, approval.cause()));
        assertThat(plan.dueAt()).isEqualTo(TO);
    }

    @Test
    @DisplayName("K2: a declined plan covers nothing")
    void aDeclinedPlanCoversNothing() {
        Plan plan = after(news(Kind.DECLINED, BEFORE), news(Kind.REGISTERED, BEFORE), news(Kind.APPROVED, LATE));

        assertThat(plan.state()).isEqualTo(PlanState.DECLINED);
        assertThat(plan.isActiveAt(LATE)).isFalse();
        assertThat(plan.dueAt()).isNull();
    }

    @ParameterizedTest
    @DisplayName("The news of a sale may come in any order and more than once")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void newsMayComeInAnyOrder(long seed) {
        List<SaleNews> news = new ArrayList<>(
                List.of(news(Kind.REGISTERED, BEFORE), news(Kind.REGISTERED, BEFORE), news(Kind.APPROVED, LATE)));
        Collections.shuffle(news, new Random(seed));

        assertThat(after(news.toArray(SaleNews[]::new)).state()).isEqualTo(PlanState.ACTIVE);
    }

    @Test
    void aPlanStartsAndEndsWhenItsTimeComes() {
        Plan approved = after(news(Kind.APPROVED, BEFORE));
        Cause soon = Causes.record("soon", FROM.minusMillis(1));
        Cause start = Causes.record("start", FROM.plusSeconds(5));
        Cause end = Causes.record("end", TO);

        assertThat(turned(approved, soon)).isEqualTo(approved);
        Plan active = turned(approved, start);
        assertThat(active.started()).isEqualTo(new Start(FROM, start));
        assertThat(turned(active, start)).isEqualTo(active);
        Plan ended = turned(active, end);
        assertThat(ended.ended()).isEqualTo(new Ending(TO, 2, end));
        assertThat(ended.dueAt()).isNull();
    }

    @Test
    void aPlanThatNobodyLookedAtStartsAndEndsAtOnce() {
        Cause late = Causes.record("late", TO.plus(Duration.ofDays(99)));

        Plan plan = turned(after(news(Kind.APPROVED, BEFORE)), late);

        assertThat(plan.started()).isEqualTo(new Start(FROM, late));
        assertThat(plan.ended()).isEqualTo(new Ending(TO, 2, late));
    }

    private static Plan turned(Plan plan, Cause cause) {
        WorkingCopy<String, Plan> plans = new WorkingCopy<>(Map.of("sale", plan));
        new TurnPlans().turn("sale", 2, cause, plans);
        return Objects.requireNonNull(plans.get("sale"));
    }

    private static Plan after(SaleNews... news) {
        WorkingCopy<String, Plan> plans = new WorkingCopy<>(Map.of());
        new FollowSales().follow(List.of(news), plans);
        return Objects.requireNonNull(plans.get("sale"));
    }

    private static SaleNews news(Kind kind, Instant at) {
        return new SaleNews(kind, SOLD, Causes.record(kind + "@" + at, at));
    }
}
