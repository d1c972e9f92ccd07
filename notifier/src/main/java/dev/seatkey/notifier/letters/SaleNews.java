package dev.seatkey.notifier.letters;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody is to be told about a sale (N1). */
public sealed interface SaleNews {

    /** What it says: the record type of the event that it comes from. */
    String kind();

    /** The sale that it is about. */
    String saleId();

    /** Whom to tell; absent where that user is not known. */
    @Nullable
    Recipient recipient();

    /**
     * A sale was approved.
     *
     * @param daysLost whole days of the plan that had passed by then
     */
    record Approved(Recipient recipient, SoldPlan plan, int daysLost) implements SaleNews {
        @Override
        public String kind() {
            return "SaleApproved";
        }

        @Override
        public String saleId() {
            return plan.saleId();
        }
    }

    /** A sale was declined. */
    record Declined(Recipient recipient, SoldPlan plan, String reason) implements SaleNews {
        @Override
        public String kind() {
            return "SaleDeclined";
        }

        @Override
        public String saleId() {
            return plan.saleId();
        }
    }

    /** A registration was rejected. */
    record Rejected(@Nullable Recipient recipient, String saleId, String saleName, List<Violation> violations)
            implements SaleNews {
        public Rejected {
            violations = List.copyOf(violations);
        }

        @Override
        public String kind() {
            return "SaleRejected";
        }
    }
}
