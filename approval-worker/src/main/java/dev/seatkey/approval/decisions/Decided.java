package dev.seatkey.approval.decisions;

import java.util.List;
import java.util.Map;

/** What was decided about a batch: the approvals that change, and what to tell. */
record Decided(List<Approval> changed, List<Answer> answers) {
    Decided {
        changed = List.copyOf(changed);
        answers = List.copyOf(answers);
    }

    static Decided of(Map<String, Approval> before, Map<String, Approval> after, List<Answer> answers) {
        List<Approval> changed = after.values().stream()
                .filter(approval -> !approval.equals(before.get(approval.saleId())))
                .toList();
        return new Decided(changed, answers);
    }
}
