package dev.seatkey.messaging.batch;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What keeps a subscription waiting, if anything does. */
final class SubscriptionHealth {
    private final AtomicReference<@Nullable String> waitingFor = new AtomicReference<>();
    private final String group;

    SubscriptionHealth(String group) {
        this.group = group;
    }

    String group() {
        return group;
    }

    void wentOn() {
        waitingFor.set(null);
    }

    void waitsFor(String what) {
        waitingFor.set(what);
    }

    @Nullable
    String waitingFor() {
        return waitingFor.get();
    }
}
