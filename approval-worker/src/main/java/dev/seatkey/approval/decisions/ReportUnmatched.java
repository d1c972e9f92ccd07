package dev.seatkey.approval.decisions;

import dev.seatkey.approval.decisions.Answer.Unmatched;
import dev.seatkey.messaging.Cause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reports a decision whose sale has not come for a set time, once; it is kept, and still applies if the sale comes (A2). */
final class ReportUnmatched {
    private final Duration patience;

    ReportUnmatched(Duration patience) {
        this.patience = patience;
    }

    Decided decide(List<Overdue> messages, Map<String, Approval> stored) {
        Map<String, Approval> now = new HashMap<>(stored);
        List<Answer> answers = new ArrayList<>();
        for (Overdue message : messages) {
            Approval approval = now.get(message.saleId());
            if (approval != null) {
                Approval reported =
                        approval.sale() == null ? approval.reportingOverdue(message.cause(), patience) : approval;
                now.put(message.saleId(), reported);
                answers.addAll(reportedBy(message.cause(), reported));
            }
        }
        return Decided.of(stored, now, answers);
    }

    private static List<Unmatched> reportedBy(Cause cause, Approval approval) {
        return approval.waiting().stream()
                .filter(waiting -> cause.isSameRecord(waiting.reportedBy()))
                .map(waiting -> new Unmatched(waiting.decision(), waiting.cause(), cause))
                .toList();
    }

    /** Decisions about a sale that is not there may have waited for too long. */
    record Overdue(String saleId, Cause cause) {}
}
