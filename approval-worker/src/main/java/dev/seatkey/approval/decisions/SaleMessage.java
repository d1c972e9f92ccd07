package dev.seatkey.approval.decisions;

import dev.seatkey.messaging.Cause;

/** What reaches the approval of a sale. */
sealed interface SaleMessage {

    /** The sale that it is about. */
    String saleId();

    /** A sale was registered. */
    record SaleArrived(RegisteredSale sale, Cause cause) implements SaleMessage {
        @Override
        public String saleId() {
            return sale.saleId();
        }
    }

    /** Somebody decided about a sale. */
    record DecisionMade(SaleDecision decision, Cause cause) implements SaleMessage {
        @Override
        public String saleId() {
            return decision.saleId();
        }
    }
}
