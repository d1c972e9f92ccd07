package dev.seatkey.keys.issuing;

import dev.seatkey.messaging.Cause;
import java.time.Instant;

/**
 * One period of a key's life.
 *
 * @param number 1 for the first
 * @param from its first instant
 * @param to at this instant it has run out
 * @param cause the record that it was begun for
 */
public record Term(int number, Instant from, Instant to, Cause cause) {}
