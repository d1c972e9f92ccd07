package dev.seatkey.torture.pace;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for a while, or until something is so. */
public final class Moment {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private Moment() {}

    /** Waits for a while. */
    public static void pass(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while waiting", asked);
        }
    }

    /** Waits until something is so, and tells whether it came to be so in time. */
    public static boolean comes(Duration atMost, BooleanSupplier condition) {
        return comes(atMost, BETWEEN_LOOKS, condition);
    }

    /** The same for what takes long to look at. */
    public static boolean comes(Duration atMost, Duration betweenLooks, BooleanSupplier condition) {
        var deadline = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            pass(betweenLooks);
        }
        return true;
    }
}
