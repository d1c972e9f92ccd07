package dev.seatkey.approval.decisions;

import dev.seatkey.approval.decisions.ReportUnmatched.Overdue;
import dev.seatkey.contract.WorkDue;
import dev.seatkey.messaging.BatchHandler;
import dev.seatkey.messaging.BrokenRecord;
import dev.seatkey.messaging.Decision;
import dev.seatkey.messaging.Message;
import java.util.List;
import java.util.Map;

/** Takes in that decisions have waited for too long. */
final class OverdueListener implements BatchHandler<Overdue, Map<String, Approval>, List<Approval>> {
    private final Approvals approvals;
    private final ReportUnmatched reportUnmatched;

    OverdueListener(Approvals approvals, ReportUnmatched reportUnmatched) {
        this.approvals = approvals;
        this.reportUnmatched = reportUnmatched;
    }

    @Override
    public Overdue translate(Message message) {
        WorkDue due = (WorkDue) message.body();
        if (!due.getWork().equals(MongoApprovals.REPORT_UNMATCHED)) {
            throw new BrokenRecord("asks for work that this service does not know: " + due.getWork());
        }
        return new Overdue(due.getSubjectId(), message.cause());
    }

    @Override
    public Map<String, Approval> read(List<Overdue> messages) {
        return approvals.find(messages.stream().map(Overdue::saleId).distinct().toList());
    }

    @Override
    public Decision<List<Approval>> decide(List<Overdue> messages, Map<String, Approval> stored) {
        Decided decided = reportUnmatched.decide(messages, stored);
        return new Decision<>(decided.changed(), ApprovalPublisher.publications(decided.answers()));
    }

    @Override
    public void write(List<Approval> changed) {
        approvals.write(changed);
    }
}
