package dev.seatkey.torture.faults;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting, in faults: for a while, or until something is so. */
final class Moment {
    private static final Duration SHORT = Duration.ofMillis(20);

    private Moment() {}

    static void pass(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped in the midst of a fault", asked);
        }
    }

    /** Waits until something is so, and tells whether it came to be so in time. */
    static boolean comes(Duration atMost, BooleanSupplier condition) {
        var deadline = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            pass(SHORT);
        }
        return true;
    }
}
