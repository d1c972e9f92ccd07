package dev.seatkey.messaging.time;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Whatever stands in the clock's file, the clock goes")
class MovableClockFuzzTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    private static final Path FILE = file();

    @FuzzTest
    void goesOnAnyFile(byte[] content) throws IOException {
        Files.write(FILE, content);

        assertThat(new MovableClock(FILE, NOON).instant()).isNotNull();
    }

    private static Path file() {
        try {
            Path file = Files.createTempFile("clock", ".txt");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
