package dev.seatkey.torture.network;

import java.time.Duration;

/**
 * What the network is like now.
 *
 * @param refusing whether new connections are closed at once
 * @param stalled whether nothing passes
 * @param delay how long each chunk is on its way
 */
record Conditions(boolean refusing, boolean stalled, Duration delay) {
    static final Conditions HEALTHY = new Conditions(false, false, Duration.ZERO);

    Conditions thatRefuse() {
        return new Conditions(true, stalled, delay);
    }

    Conditions thatStall() {
        return new Conditions(refusing, true, delay);
    }

    Conditions withDelay(Duration longer) {
        return new Conditions(refusing, stalled, longer);
    }
}
