package dev.seatkey.approval.decisions;

import static java.util.Comparator.naturalOrder;

import dev.seatkey.messaging.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a sale and the decisions about it meet. One document: whichever of them completes it answers.
 *
 * @param sale absent until the sale has come
 * @param arrivedBy the record that brought the sale
 * @param waiting decisions that came before the sale, in the order of their arrival
 * @param outcome absent while the sale is pending
 * @param dueAt when a waiting decision is to be reported as unmatched; absent where none is
 * @param revision counts the changes of the stored document; 0 where there is none
 */
record Approval(
        String saleId,
        @Nullable RegisteredSale sale,
        @Nullable Cause arrivedBy,
        List<WaitingDecision> waiting,
        @Nullable Outcome outcome,
        @Nullable Instant dueAt,
        int revision) {
    private static final int MOST_WAITING = 100;

    Approval {
        waiting = List.copyOf(waiting);
    }

    /** Nothing is known of this sale yet. */
    static Approval none(String saleId) {
        return new Approval(saleId, null, null, List.of(), null, null, 0);
    }

    boolean mayKeepMore() {
        return waiting.size() < MOST_WAITING;
    }

    boolean keeps(SaleDecision decision) {
        return waiting.stream().anyMatch(each -> each.decision().equals(decision));
    }

    /** Whether this record's decision came before the sale: the sale's arrival answers it. */
    boolean isAnsweredByArrival(Cause cause) {
        return waiting.stream().anyMatch(each -> each.cameIn(cause));
    }

    Approval arrived(RegisteredSale arrived, Cause cause) {
        return new Approval(saleId, arrived, cause, waiting, outcome, null, revision);
    }

    Approval keeping(SaleDecision decision, Cause cause, Duration patience) {
        if (keeps(decision)) {
            return withWaiting(each -> each.decision().equals(decision) ? each.sentAgain(cause) : each, patience);
        }
        List<WaitingDecision> more = Stream.concat(waiting.stream(), Stream.of(WaitingDecision.first(decision, cause)))
                .toList();
        return withWaiting(more, patience);
    }

    /** With every decision reported that has waited for as long as is allowed. */
    Approval reportingOverdue(Cause by, Duration patience) {
        return withWaiting(
                each -> each.reportedBy() == null
                                && !each.reportableFrom(patience).isAfter(by.at())
                        ? each.reported(by)
                        : each,
                patience);
    }

    Approval settled(Outcome by) {
        return new Approval(saleId, sale, arrivedBy, waiting, by, dueAt, revision);
    }

    private Approval withWaiting(UnaryOperator<WaitingDecision> change, Duration patience) {
        return withWaiting(waiting.stream().map(change).toList(), patience);
    }

    private Approval withWaiting(List<WaitingDecision> decisions, Duration patience) {
        Instant due = decisions.stream()
                .filter(each -> each.reportedBy() == null)
                .map(each -> each.reportableFrom(patience))
                .min(naturalOrder())
                .orElse(null);
        return new Approval(saleId, sale, arrivedBy, decisions, outcome, due, revision);
    }
}
