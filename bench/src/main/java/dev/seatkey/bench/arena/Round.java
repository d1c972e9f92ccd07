package dev.seatkey.bench.arena;

import java.time.Duration;
import java.util.OptionalDouble;

/**
 * What one contestant did in one round.
 *
 * @param things how many things it did
 * @param took from the moment when it could begin to the moment when the last answer could be
 * @param processorTime what it took of the processors
 * @param allocatedBytes what it took of its heap, where it tells
 */
public record Round(int things, Duration took, Duration processorTime, OptionalDouble allocatedBytes) {
    private static final double NANOS = 1e9;
    private static final double MICROS = 1e3;

    /** Things a second. */
    public double rate() {
        return things * NANOS / took.toNanos();
    }

    /** Microseconds on processors for each thing. */
    public double processorMicros() {
        return processorTime.toNanos() / MICROS / things;
    }
}
