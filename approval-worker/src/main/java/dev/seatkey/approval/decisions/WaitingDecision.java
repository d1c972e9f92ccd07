package dev.seatkey.approval.decisions;

import dev.seatkey.messaging.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision that came before its sale (A2). It stays when the sale has come: that is how it is known again.
 *
 * @param cause the first record that carried it
 * @param sentAgainIn further records that carried it before the sale came
 * @param reportedBy what made it be reported as unmatched, if it was
 */
public record WaitingDecision(
        SaleDecision decision,
        Cause cause,
        List<String> sentAgainIn,
        @Nullable Cause reportedBy) {
    private static final int MOST_REMEMBERED = 100;

    public WaitingDecision {
        sentAgainIn = List.copyOf(sentAgainIn);
    }

    /** A decision that begins to wait. */
    static WaitingDecision first(SaleDecision decision, Cause cause) {
        return new WaitingDecision(decision, cause, List.of(), null);
    }

    boolean cameIn(Cause other) {
        return cause.isSameRecord(other) || sentAgainIn.contains(other.record());
    }

    WaitingDecision sentAgain(Cause again) {
        if (cameIn(again) || sentAgainIn.size() == MOST_REMEMBERED) {
            return this;
        }
        List<String> more = new ArrayList<>(sentAgainIn);
        more.add(again.record());
        return new WaitingDecision(decision, cause, more, reportedBy);
    }

    WaitingDecision reported(Cause by) {
        return new WaitingDecision(decision, cause, sentAgainIn, by);
    }

    Instant reportableFrom(Duration patience) {
        return cause.at().plus(patience);
    }
}
