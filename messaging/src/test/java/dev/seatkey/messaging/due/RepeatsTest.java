package dev.seatkey.messaging.due;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RepeatsTest {
    private static final int MOST = 10;
    private static final DueItem STUCK = new DueItem("renew-key", "stuck", Instant.EPOCH, 1);
    private static final DueItem FRESH = new DueItem("renew-key", "fresh", Instant.EPOCH, 1);

    private final Repeats repeats = new Repeats();

    @Test
    void workThatCouldNotBeDoneComesAgainWithGrowingPauses() {
        assertThat(sweep(0, STUCK)).containsExactly(STUCK);
        assertThat(sweep(1, STUCK)).isEmpty();
        assertThat(sweep(2, STUCK)).containsExactly(STUCK);
        assertThat(sweep(5, STUCK)).isEmpty();
        assertThat(sweep(6, STUCK)).containsExactly(STUCK);
    }

    @Test
    void otherWorkIsNotHeldBackByIt() {
        sweep(0, STUCK);

        assertThat(sweep(1, STUCK, FRESH)).containsExactly(FRESH);
    }

    @Test
    void asMuchWorkAsIsPublishedAtOnceDoesNotHoldUpWhatIsBehindIt() {
        List<DueItem> stuck = items("stuck", MOST);
        List<DueItem> fresh = items("fresh", MOST);
        sweep(0, stuck);

        assertThat(sweep(1, inOrder(stuck, fresh))).containsExactlyElementsOf(fresh);
    }

    @Test
    void workThatCouldNotBeDoneIsNotForgottenBehindAsMuchThatIsLongerOverdue() {
        DueItem late = new DueItem("renew-key", "late", Instant.EPOCH.plusSeconds(1), 1);
        sweep(0, late);
        sweep(1, inOrder(items("longer overdue", MOST), List.of(late)));

        assertThat(sweep(1, late)).isEmpty();
    }

    @Test
    void whereLittleIsDueItIsLookedForOnce() {
        sweep(0, STUCK);
        AtomicInteger searches = new AtomicInteger();

        repeats.ready(
                limit -> {
                    searches.incrementAndGet();
                    return List.of(STUCK);
                },
                MOST,
                nanos(1));

        assertThat(searches).hasValue(1);
    }

    @Test
    void workThatWasDoneIsForgotten() {
        sweep(0, STUCK);
        sweep(1);

        assertThat(sweep(1, STUCK)).containsExactly(STUCK);
    }

    @Test
    void noMoreIsPublishedAtOnceThanMayBe() {
        assertThat(sweep(0, items("many", MOST + 1))).hasSize(MOST);
    }

    @Test
    void whereMoreMayBeDueItIsLookedForAtOnceUnlessSomethingCouldNotBeDone() {
        assertThat(ready(0, items("many", MOST)).mayBeMore()).isTrue();
        assertThat(ready(0, items("few", MOST - 1)).mayBeMore()).isFalse();

        sweep(0, STUCK);
        assertThat(ready(1, inOrder(List.of(STUCK), items("many", MOST - 1))).mayBeMore())
                .isFalse();
    }

    private List<DueItem> sweep(long second, DueItem... due) {
        return sweep(second, List.of(due));
    }

    private List<DueItem> sweep(long second, List<DueItem> due) {
        List<DueItem> ready = ready(second, due).items();
        repeats.published(ready, nanos(second));
        return ready;
    }

    private Repeats.Ready ready(long second, List<DueItem> due) {
        return repeats.ready(limit -> due.stream().limit(limit).toList(), MOST, nanos(second));
    }

    private static List<DueItem> inOrder(List<DueItem> first, List<DueItem> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }

    private static long nanos(long second) {
        return Duration.ofSeconds(second).toNanos();
    }

    private static List<DueItem> items(String name, int number) {
        return IntStream.range(0, number)
                .mapToObj(each -> new DueItem("renew-key", name + each, Instant.EPOCH, 1))
                .toList();
    }
}
