package dev.seatkey.intake.sales;

import dev.seatkey.messaging.Cause;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a sale stood after a message.
 *
 * @param cause the message
 * @param decidedBy who approved or declined it, as far as known
 * @param decidedAt when that was decided
 * @param changedAt when the status changed last
 */
public record Milestone(
        SaleStatus status,
        Cause cause,
        @Nullable UserReference decidedBy,
        @Nullable Instant decidedAt,
        Instant changedAt) {

    /** Registered, and waiting for approval (S10). */
    public static Milestone registered(Cause cause) {
        return new Milestone(SaleStatus.PENDING_APPROVAL, cause, null, null, cause.at());
    }
}
