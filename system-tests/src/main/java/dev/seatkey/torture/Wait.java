package dev.seatkey.torture;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting until something is so. */
final class Wait {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);

    private Wait() {}

    /** Waits until something is so, and tells whether it came to be so in time. */
    static boolean until(Duration atMost, BooleanSupplier condition) {
        var deadline = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            shortly(BETWEEN_LOOKS);
        }
        return true;
    }

    static void shortly(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while waiting", asked);
        }
    }
}
