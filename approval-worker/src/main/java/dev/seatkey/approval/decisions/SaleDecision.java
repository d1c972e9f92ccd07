package dev.seatkey.approval.decisions;

import dev.seatkey.messaging.NameBasedId;
import java.util.regex.Pattern;
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
    /** Characters that are not text of one line. */
    static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u0080-\\u009F\\u2028\\u2029]");

    private static final int LONGEST_REASON = 4_000;
    private static final Pattern CONTROL_OF_LINES = Pattern.compile("[\\p{Cntrl}\\u0080-\\u009F&&[^\\n\\r\\t\\u0085]]");

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
        return verdict != Verdict.UNKNOWN
                && isOneLine(saleId)
                && isOneLine(decidedBy.organizationId())
                && isOneLine(decidedBy.userId())
                && (reason == null || isText(reason));
    }

    private static boolean isOneLine(String id) {
        return !CONTROL.matcher(id).find();
    }

    private static boolean isText(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_REASON
                && !CONTROL_OF_LINES.matcher(text).find();
    }

    boolean lacksReason() {
        return verdict == Verdict.DECLINE && (reason == null || reason.isBlank());
    }
}
