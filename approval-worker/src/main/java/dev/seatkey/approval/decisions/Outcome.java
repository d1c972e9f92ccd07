package dev.seatkey.approval.decisions;

import dev.seatkey.messaging.Cause;

/**
 * The decision that settled a sale.
 *
 * @param cause the first record that carried it
 */
public record Outcome(SaleDecision decision, Cause cause) {}
