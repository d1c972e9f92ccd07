package dev.seatkey.approval.decisions;

import java.time.Instant;

/** A remark on a sale. */
public record Comment(String author, Instant writtenAt, String text) {}
