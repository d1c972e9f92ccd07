package dev.seatkey.messaging.due;

import java.time.Instant;

/**
 * Something that fell due.
 *
 * @param work what is to be done
 * @param subjectId on what
 * @param dueAt when it fell due
 * @param slice the slice that the subject belongs to; see {@link Slices}
 */
public record DueItem(String work, String subjectId, Instant dueAt, int slice) {}
