package dev.seatkey.keys.issuing;

import dev.seatkey.messaging.Cause;
import java.time.Instant;

/**
 * Why a key can no longer be used.
 *
 * @param at from when on
 * @param cause the record that it was closed for
 */
public record Closing(Reason reason, Instant at, Cause cause) {
    /** The reasons. */
    public enum Reason {
        PLAN_ENDED
    }
}
