package dev.seatkey.keys.samples;

import dev.seatkey.messaging.Cause;
import java.time.Instant;

/** Causes of sample messages. */
public final class Causes {
    private Causes() {}

    /** The record of this name. */
    public static Cause record(String name, Instant at) {
        return new Cause(name, name, name, null, at);
    }
}
