package dev.seatkey.intake.sales;

import java.time.Instant;

/**
 * A remark on a sale.
 *
 * @param writtenAt when it was written, as the sender tells it
 */
public record Comment(String author, Instant writtenAt, String text) {}
