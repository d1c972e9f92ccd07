package dev.seatkey.torture.promises;

import java.util.HashMap;
import java.util.Map;

/** How often events are told: once, and once more at most for each replay since they were told first. */
final class Tellings {
    private final String worker;
    private final Map<String, Integer> lastReplays = new HashMap<>();
    private int replays;

    /** @param worker who tells them */
    Tellings(String worker) {
        this.worker = worker;
    }

    void replayed(String replayed) {
        if (worker.equals(replayed)) {
            replays++;
        }
    }

    /** Notes that an event is told, and says whether it may be: one that was told before needs a replay of its own to be due to. */
    boolean isDue(String eventId) {
        return lastReplays.merge(eventId, replays, (last, now) -> last + 1) <= replays;
    }
}
