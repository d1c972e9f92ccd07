package dev.seatkey.keys.plans;

import dev.seatkey.messaging.Cause;
import java.time.Instant;

/**
 * A plan's start.
 *
 * @param at when it happened, which may be earlier than when it was worked on
 * @param cause the record that it was worked on for
 */
public record Start(Instant at, Cause cause) {}
