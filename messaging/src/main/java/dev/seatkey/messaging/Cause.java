package dev.seatkey.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The record that made something happen. Documents keep the cause of what they went through: that is how a second run
 * recognises what the first one did.
 *
 * @param record topic, partition and offset, as {@code topic-partition@offset}: the same only for the same record
 * @param id the sender's id of the message ({@code ce_id}), or {@code record} where it sent none
 * @param correlationId id of the message that started it all
 * @param traceparent W3C trace context, if the sender gave one
 * @param at the record's timestamp: the time at which it happened
 */
public record Cause(
        String record,
        String id,
        String correlationId,
        @Nullable String traceparent,
        Instant at) {

    /** Whether both name the same record, and not merely the same message sent again. */
    public boolean isSameRecord(@Nullable Cause other) {
        return other != null && record.equals(other.record);
    }
}
