package dev.seatkey.approval.decisions;

import dev.seatkey.messaging.Cause;
import java.time.Instant;

/** What is told about a sale or a decision. */
sealed interface Answer {

    /**
     * A decision settled a sale.
     *
     * @param at the later of the decision and the sale's arrival
     */
    record Settled(RegisteredSale sale, Outcome outcome, Instant at) implements Answer {}

    /**
     * A decision was refused and changed nothing.
     *
     * @param message why, for people
     */
    record Refused(SaleDecision decision, Cause cause, RefusalCode code, String message) implements Answer {}

    /** A decision has waited for its sale for longer than the set time. */
    record Unmatched(SaleDecision decision, Cause cause, Cause reportedBy) implements Answer {}
}
