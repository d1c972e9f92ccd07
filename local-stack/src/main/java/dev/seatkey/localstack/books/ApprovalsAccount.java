package dev.seatkey.localstack.books;

import dev.seatkey.schemas.Topics;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The approvals of the approval-worker: sales with what was decided about them, and decisions that wait for their sale. In
 * which order decisions waited, the topics cannot tell.
 *
 * @param dead places of decisions that are in the dead letters
 * @param decisionsAreCut whether old decisions are no longer kept
 */
record ApprovalsAccount(Map<String, SaleHistory> sales, Set<Told.Place> dead, boolean decisionsAreCut)
        implements Account<String> {
    @Override
    public String service() {
        return Topics.APPROVAL_WORKER;
    }

    @Override
    public String collection() {
        return "approvals";
    }

    @Override
    public Set<String> told() {
        return sales.entrySet().stream()
                .filter(each -> isTold(each.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private boolean isTold(SaleHistory sale) {
        return sale.registered != null || sale.decisions.stream().anyMatch(place -> !dead.contains(place));
    }

    @Override
    public String subjectOf(Stored document) {
        return document.text("_id");
    }

    @Override
    public @Nullable Facts told(String saleId) {
        var sale = sales.get(saleId);
        if (sale == null || !isTold(sale)) {
            return null;
        }
        var facts = sale.registered == null
                ? new Facts().with("sale", null)
                : SaleFields.told(sale.registered.body().getSale())
                        .with("arrived at", sale.registered.at())
                        .with("saleId", saleId);
        return facts.with("verdict", sale.approved != null ? "APPROVE" : sale.declined != null ? "DECLINE" : null)
                .with("decided by", sale.decidedBy())
                .with("reason", sale.reason())
                .with("decided at", sale.decidedAt())
                .with("decisions reported as unmatched", sale.unmatched.size());
    }

    @Override
    public Facts stored(String saleId, Stored document) {
        var isDecided = document.at("outcome") != null;
        return SaleFields.IN_APPROVALS
                .stored(document)
                .with("sale", document.at("sale"))
                .with("saleId", document.at("sale.saleId"))
                .with("arrived at", document.at("arrivedBy.at"))
                .with("verdict", document.at("outcome.decision.verdict"))
                .with("decided by", document.at("outcome.decision.decidedBy"))
                .with("reason", document.at("outcome.decision.reason"))
                .with(
                        "decided at",
                        isDecided
                                ? Facts.later(document.time("outcome.cause.at"), document.time("arrivedBy.at"))
                                : null)
                .with(
                        "decisions reported as unmatched",
                        document.count("waiting", each -> each.at("reportedBy") != null));
    }

    /** A decision that was refused before its sale came is not kept, and which one it was is not told. */
    @Override
    public boolean mayBeGone(String saleId) {
        var sale = sales.get(saleId);
        return sale != null && sale.registered == null && sale.commandsRefused;
    }

    @Override
    public boolean mayBeForgotten(String saleId, Stored document) {
        return decisionsAreCut && document.at("sale") == null;
    }
}
