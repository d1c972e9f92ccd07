package dev.seatkey.localstack.clock;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The system clock, moved ahead by a duration that stands in a file. Every process of the local stack reads that file, so that all
 * agree on the time.
 */
public final class StackClock extends Clock {
    private final Path file;
    private final Clock real;

    private StackClock(Path file, Clock real) {
        this.file = file;
        this.real = real;
    }

    /** The clock that a file moves. */
    public static StackClock readFrom(Path file) {
        return new StackClock(file, Clock.systemUTC());
    }

    /** Makes the file: the clock shows the real time. */
    public static StackClock startedIn(Path file) {
        var clock = readFrom(file);
        clock.write(Duration.ZERO);
        return clock;
    }

    /** The file that moves it, for the workers. */
    public Path file() {
        return file;
    }

    /** By how much it is ahead of the real time. */
    public Duration ahead() {
        try {
            return Duration.parse(Files.readString(file).strip());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Moves it ahead; workers notice within a tenth of a second. Time never goes back: refuses a negative duration. */
    public void moveAhead(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("The clock can only be moved ahead: what has happened has happened");
        }
        write(ahead().plus(by));
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new StackClock(file, real.withZone(zone));
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead());
    }

    private void write(Duration ahead) {
        var draft = file.resolveSibling(file.getFileName() + ".draft");
        try {
            Files.writeString(draft, ahead.toString());
            Files.move(draft, file, ATOMIC_MOVE, REPLACE_EXISTING);
        } catch (IOException unable) {
            throw new UncheckedIOException(unable);
        }
    }
}
