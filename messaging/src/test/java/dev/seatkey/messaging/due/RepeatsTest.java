package dev.seatkey.messaging.due;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepeatsTest {
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
    void workThatWasDoneIsForgotten() {
        sweep(0, STUCK);
        sweep(1);

        assertThat(repeats.size()).isZero();
        assertThat(sweep(1, STUCK)).containsExactly(STUCK);
    }

    private List<DueItem> sweep(long second, DueItem... due) {
        long now = Duration.ofSeconds(second).toNanos();
        List<DueItem> ready = repeats.ready(List.of(due), now);
        repeats.published(ready, now);
        return ready;
    }
}
