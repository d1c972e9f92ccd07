package dev.seatkey.messaging.time;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.TimeUnit;

/**
 * The system clock, moved by the ISO 8601 duration that a file holds, such as {@code P180D}. For local runs, in which a year
 * passes in a minute; all processes that read the same file agree.
 */
public final class MovableClock extends Clock {
    private static final long FRESH_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final Duration FARTHEST = Duration.ofDays(365_000);

    private final Path file;
    private final Clock real;
    private volatile Reading last;

    /**
     * @param file holds the duration; a missing file counts as none
     * @param real the clock to be moved
     */
    public MovableClock(Path file, Clock real) {
        this.file = file;
        this.real = real;
        this.last = new Reading(Duration.ZERO, System.nanoTime() - FRESH_NANOS);
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new MovableClock(file, real.withZone(zone));
    }

    @Override
    public Instant instant() {
        return real.instant().plus(offset());
    }

    private Duration offset() {
        Reading reading = last;
        if (System.nanoTime() - reading.readAt >= FRESH_NANOS) {
            reading = new Reading(read(reading.offset), System.nanoTime());
            last = reading;
        }
        return reading.offset;
    }

    private Duration read(Duration otherwise) {
        try {
            return Files.exists(file)
                    ? usable(Duration.parse(Files.readString(file).strip()))
                    : Duration.ZERO;
        } catch (IOException | DateTimeException | ArithmeticException e) {
            return otherwise;
        }
    }

    /** Refuses what would move the clock beyond all time. */
    private static Duration usable(Duration offset) {
        if (offset.abs().compareTo(FARTHEST) > 0) {
            throw new DateTimeException(offset + " is too far");
        }
        return offset;
    }

    private record Reading(Duration offset, long readAt) {}
}
