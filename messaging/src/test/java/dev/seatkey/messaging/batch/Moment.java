package dev.seatkey.messaging.batch;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.concurrent.CountDownLatch;

/** Something that is to happen before something else goes on. */
final class Moment {
    private final CountDownLatch came = new CountDownLatch(1);
    private volatile boolean awaited;

    void hasCome() {
        came.countDown();
    }

    /** Waits for it, for less than a transaction may be open. */
    void pass() {
        try {
            awaited = came.await(8, SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether it came while somebody waited, and not too late. */
    boolean wasAwaited() {
        return awaited;
    }
}
