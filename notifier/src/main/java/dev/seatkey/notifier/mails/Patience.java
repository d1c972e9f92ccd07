package dev.seatkey.notifier.mails;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long and how often a mail is tried (N4): with pauses that double, until it is given up.
 *
 * @param firstPause before the second attempt
 * @param longestPause no pause gets longer
 * @param giveUpAfter how long after its cause a mail is tried for the last time
 */
record Patience(Duration firstPause, Duration longestPause, Duration giveUpAfter) {
    private static final int MOST_DOUBLINGS = 30;

    /** When to try again after that many attempts, the last of them at {@code at}; empty: not any more. */
    Optional<Instant> nextAttempt(int attempts, Instant at, Instant queuedAt) {
        Instant last = queuedAt.plus(giveUpAfter);
        if (!at.isBefore(last)) {
            return Optional.empty();
        }
        Instant next = at.plus(pauseAfter(attempts));
        return Optional.of(next.isBefore(last) ? next : last);
    }

    private Duration pauseAfter(int attempts) {
        Duration pause = firstPause.multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }
}
