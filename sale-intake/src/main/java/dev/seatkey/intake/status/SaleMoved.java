package dev.seatkey.intake.status;

import dev.seatkey.intake.sales.Milestone;
import dev.seatkey.intake.sales.SaleStatus;
import dev.seatkey.intake.sales.UserReference;
import dev.seatkey.messaging.Cause;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An event moved a sale on.
 *
 * @param to the status that it has at least reached
 * @param decidedBy who approved or declined it, where the event tells
 * @param decidedAt when that was decided, where the event tells
 * @param cause the event
 */
record SaleMoved(
        String saleId,
        SaleStatus to,
        @Nullable UserReference decidedBy,
        @Nullable Instant decidedAt,
        Cause cause) {

    /**
     * How a sale stands after this event; empty if it tells nothing new. A sale never goes back, so that events of different
     * topics may come in any order and more than once.
     */
    Optional<Milestone> after(Milestone current) {
        boolean moves = current.status().comesBefore(to);
        boolean decides = decidedBy != null && current.decidedBy() == null;
        if (!moves && !decides) {
            return Optional.empty();
        }
        return Optional.of(new Milestone(
                moves ? to : current.status(),
                cause,
                decides ? decidedBy : current.decidedBy(),
                decides ? decidedAt : current.decidedAt(),
                moves ? cause.at() : current.changedAt()));
    }
}
