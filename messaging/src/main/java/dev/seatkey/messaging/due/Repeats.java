package dev.seatkey.messaging.due;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Holds back work that was published and is still due. The sweep runs when all that was published is handled, so such work
 * could not be done; it comes again with growing pauses and does not keep other work from being done.
 */
final class Repeats {
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final int MOST_DOUBLINGS = 10;

    private final Map<DueItem, Attempt> attempts = new HashMap<>();

    /** The items that may be published at {@code nanoTime}; what is no longer due is forgotten. */
    List<DueItem> ready(List<DueItem> due, long nanoTime) {
        attempts.keySet().retainAll(new HashSet<>(due));
        return due.stream()
                .filter(item -> attempts.getOrDefault(item, Attempt.NONE).mayRepeat(nanoTime))
                .toList();
    }

    void published(List<DueItem> items, long nanoTime) {
        items.forEach(item ->
                attempts.put(item, attempts.getOrDefault(item, Attempt.NONE).next(nanoTime)));
    }

    int size() {
        return attempts.size();
    }

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
