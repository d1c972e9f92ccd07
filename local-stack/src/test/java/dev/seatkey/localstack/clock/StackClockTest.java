package dev.seatkey.localstack.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StackClockTest {
    private final StackClock clock;

    StackClockTest(@TempDir Path directory) {
        clock = StackClock.startedIn(directory.resolve("clock"));
    }

    @Test
    void showsTheRealTimeUntilItIsMoved() {
        assertThat(clock.instant()).isCloseTo(Instant.now(), within(5, ChronoUnit.SECONDS));
    }

    @Test
    void isMovedForEverybodyWhoReadsTheSameFile() {
        var other = StackClock.readFrom(clock.file());

        clock.moveAhead(Duration.ofDays(180));
        clock.moveAhead(Duration.ofDays(220));

        assertThat(other.ahead()).isEqualTo(Duration.ofDays(400));
    }

    @Test
    void neverGoesBack() {
        assertThatThrownBy(() -> clock.moveAhead(Duration.ofSeconds(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"+180d,P180D", "12h,PT12H", "+1d12h30m,P1DT12H30M", "+90s,PT90S"})
    void takesWhatAPersonTypes(String typed, Duration duration) {
        assertThat(Ahead.parse(typed)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+", "-1d", "tomorrow", "1y", "d", "1d2d"})
    void refusesWhatIsNoDurationAhead(String typed) {
        assertThatThrownBy(() -> Ahead.parse(typed)).hasMessageContaining("+180d");
    }
}
