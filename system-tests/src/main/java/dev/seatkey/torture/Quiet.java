package dev.seatkey.torture;

import java.time.Duration;

/** Tells when a count has stood still for a while. */
final class Quiet {
    private final Duration enough;
    private long count = -1;
    private long since;

    Quiet(Duration enough) {
        this.enough = enough;
    }

    boolean since(long counted) {
        var now = System.nanoTime();
        if (counted != count) {
            count = counted;
            since = now;
        }
        return now - since >= enough.toNanos();
    }
}
