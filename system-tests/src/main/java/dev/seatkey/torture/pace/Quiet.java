package dev.seatkey.torture.pace;

import java.time.Duration;

/** Tells when a count has stood still for a while. */
public final class Quiet {
    private final Duration enough;
    private long count = -1;
    private long since;

    /** @param enough how long nothing more may come */
    public Quiet(Duration enough) {
        this.enough = enough;
    }

    /** Whether the count has stood still for long enough. */
    public boolean since(long counted) {
        var now = System.nanoTime();
        if (counted != count) {
            count = counted;
            since = now;
        }
        return now - since >= enough.toNanos();
    }
}
