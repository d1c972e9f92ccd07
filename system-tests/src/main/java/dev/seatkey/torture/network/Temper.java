package dev.seatkey.torture.network;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** How a mail proxy treats mail now; all its conversations look at it. */
final class Temper {
    private final AtomicInteger answersLost = new AtomicInteger();
    private volatile Mood mood = Mood.WILLING;
    private volatile Duration delay = Duration.ZERO;

    void is(Mood changed) {
        mood = changed;
    }

    void takes(Duration longer) {
        delay = longer;
    }

    Mood mood() {
        return mood;
    }

    Duration delay() {
        return delay;
    }

    void hasLostAnAnswer() {
        answersLost.incrementAndGet();
    }

    int answersLost() {
        return answersLost.get();
    }

    /** What it does to a mail. */
    enum Mood {
        WILLING,
        REFUSING_FOR_NOW,
        REFUSING_FOR_GOOD,
        LOSING_ANSWERS
    }
}
