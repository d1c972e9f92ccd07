package dev.seatkey.keys.plans;

import dev.seatkey.messaging.Cause;
import java.time.Instant;

/**
 * A plan's end.
 *
 * @param at when it happened, which may be earlier than when it was worked on
 * @param seatsTaken how many seats were taken when it was worked on
 * @param cause the record that it was worked on for
 */
public record Ending(Instant at, int seatsTaken, Cause cause) {}
