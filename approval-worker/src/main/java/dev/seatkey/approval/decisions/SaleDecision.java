package dev.seatkey.approval.decisions;

import dev.seatkey.messaging.NameBasedId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody decided about a sale. Two decisions with the same content are one decision, sent twice (A1).
 *
 * @param reason why; required for a decline
 */
public record SaleDecision(
        String saleId,
        Verdict verdict,
        User decidedBy,
        @Nullable String reason) {
    private static final int LONGEST_REASON = 4_000;

    /** The same for the same content, and only for that. */
    public String digest() {
        return NameBasedId.of(
                        saleId,
                        verdict.name(),
                        decidedBy.organizationId(),
                        decidedBy.userId(),
                        reason == null ? "none" : "given",
                        reason == null ? "" : reason)
                .toString();
    }

    /** Whether it can be understood and kept. */
    boolean isValid() {
        return verdict != Verdict.UNKNOWN && (reason == null || reason.length() <= LONGEST_REASON);
    }

    boolean lacksReason() {
        return verdict == Verdict.DECLINE && (reason == null || reason.isBlank());
    }
}
