package dev.seatkey.messaging.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MovableClockTest {
    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void showsTheRealTimeWithoutAFile() {
        assertThat(clock(folder.resolve("none")).instant()).isEqualTo(NOON);
    }

    @Test
    void followsTheFile() throws IOException {
        Path file = Files.writeString(folder.resolve("clock"), "P180D\n");
        MovableClock clock = clock(file);
        assertThat(clock.instant()).isEqualTo(Instant.parse("2027-08-28T12:00:00Z"));

        Files.writeString(file, "PT1H");

        await().untilAsserted(() -> assertThat(clock.instant()).isEqualTo(Instant.parse("2027-03-01T13:00:00Z")));
    }

    @Test
    void keepsTheLastTimeWhileTheFileCannotBeRead() throws IOException {
        Path file = Files.writeString(folder.resolve("clock"), "PT1H");
        MovableClock clock = clock(file);
        assertThat(clock.instant()).isEqualTo(Instant.parse("2027-03-01T13:00:00Z"));

        Files.writeString(file, "PT");

        await().during(java.time.Duration.ofMillis(150))
                .untilAsserted(() -> assertThat(clock.instant()).isEqualTo(Instant.parse("2027-03-01T13:00:00Z")));
    }

    private static MovableClock clock(Path file) {
        return new MovableClock(file, Clock.fixed(NOON, ZoneOffset.UTC));
    }
}
