package dev.seatkey.messaging.due;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Holds back work that was published and is still due. The sweep runs when all that was published is handled, so such work
 * could not be done; it comes again with growing pauses and does not keep other work from being done.
 */
final class Repeats {
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final int MOST_DOUBLINGS = 10;

    private final Map<DueItem, Attempt> attempts = new HashMap<>();

    /**
     * What may be published at {@code nanoTime}. What is known to be no longer due is forgotten.
     *
     * @param longestOverdue finds so many of what is due, the longest overdue first
     * @param most how much at once
     */
    Ready ready(IntFunction<List<DueItem>> longestOverdue, int most, long nanoTime) {
        int limit = most;
        List<DueItem> due = longestOverdue.apply(limit);
        boolean allWasDone = due.stream().noneMatch(attempts::containsKey);
        boolean mayBeMore = due.size() == limit;
        if (!allWasDone && mayBeMore) {
            // What could not be done is among the longest overdue, and what it must not hold up comes after it.
            limit += attempts.size();
            due = longestOverdue.apply(limit);
        }
        forgetWhatWasDone(due, limit);
        List<DueItem> ready = due.stream()
                .filter(item -> attempts.getOrDefault(item, Attempt.NONE).mayRepeat(nanoTime))
                .limit(most)
                .toList();
        return new Ready(ready, allWasDone && mayBeMore);
    }

    /** Of what may stand behind the last that was found nobody knows whether it was done. */
    private void forgetWhatWasDone(List<DueItem> found, int limit) {
        Instant known =
                found.size() < limit ? Instant.MAX : found.get(limit - 1).dueAt();
        Set<DueItem> due = new HashSet<>(found);
        attempts.keySet().removeIf(item -> item.dueAt().isBefore(known) && !due.contains(item));
    }

    void published(List<DueItem> items, long nanoTime) {
        items.forEach(item ->
                attempts.put(item, attempts.getOrDefault(item, Attempt.NONE).next(nanoTime)));
    }

    /**
     * What may be published.
     *
     * @param mayBeMore whether it is worth looking again as soon as that is done: there is more, and nothing needs a pause
     */
    record Ready(List<DueItem> items, boolean mayBeMore) {}

    private record Attempt(int number, long at) {
        static final Attempt NONE = new Attempt(0, 0);

        boolean mayRepeat(long nanoTime) {
            return number == 0 || nanoTime - at >= pause().toNanos();
        }

        private Duration pause() {
            Duration doubled = Duration.ofSeconds(1L << Math.min(number, MOST_DOUBLINGS));
            return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
        }

        Attempt next(long nanoTime) {
            return new Attempt(number + 1, nanoTime);
        }
    }
}
