package dev.seatkey.localstack.books;

import java.time.Instant;
import java.util.UUID;

/**
 * What happened at one place of a history. It may be told several times, and must be the same each time.
 *
 * @param id the event's id
 * @param at the time of its record
 * @param body what it says, or as much of it as is needed
 */
record Event<T>(UUID id, Instant at, T body) {}
