package dev.seatkey.approval.decisions;

import dev.seatkey.approval.decisions.Answer.Refused;
import dev.seatkey.approval.decisions.Answer.Settled;
import dev.seatkey.approval.decisions.SaleMessage.DecisionMade;
import dev.seatkey.approval.decisions.SaleMessage.SaleArrived;
import dev.seatkey.messaging.Cause;
import dev.seatkey.organizations.OrganizationTree;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Moves a pending sale to approved or declined, once (A1). A decision that comes before its sale is kept, and judged when
 * the sale comes (A2); with four eyes (A3).
 *
 * <p>A decision is answered by the message that brings it together with its sale: by itself where the sale is there, else by
 * the sale's arrival. Each is known again by its record, so a second run gives the same answers.
 *
 * <p>Refuses a decision with INVALID, REASON_REQUIRED, UNKNOWN_ORGANIZATION, UNKNOWN_USER, SAME_PERSON,
 * CONFLICT_OF_INTEREST, ALREADY_DECIDED or TOO_MANY_WAITING, in this order of precedence.
 */
final class DecideSales {
    private final FourEyes fourEyes;
    private final Duration patience;

    /** @param patience how long a decision may wait for its sale before that is reported */
    DecideSales(FourEyes fourEyes, Duration patience) {
        this.fourEyes = fourEyes;
        this.patience = patience;
    }

    /** What to store and to answer for these messages, in their order. */
    Decided decide(List<SaleMessage> messages, Stored stored) {
        Run run = new Run(stored);
        for (SaleMessage message : messages) {
            if (message instanceof SaleArrived sale) {
                run.arrived(sale);
            } else if (message instanceof DecisionMade decision) {
                run.made(decision);
            }
        }
        return run.decided();
    }

    /** What the store holds of the sales that a batch is about. */
    record Stored(Map<String, Approval> approvals, OrganizationTree organizations) {}

    /** One pass over a batch. */
    private final class Run {
        private final Stored stored;
        private final Map<String, Approval> now;
        private final List<Answer> answers = new ArrayList<>();

        Run(Stored stored) {
            this.stored = stored;
            this.now = new HashMap<>(stored.approvals());
        }

        void arrived(SaleArrived message) {
            Approval approval = approvalOf(message);
            if (approval.arrivedBy() == null) {
                approval = approval.arrived(message.sale(), message.cause());
                now.put(approval.saleId(), approval);
            } else if (!approval.arrivedBy().isSameRecord(message.cause())) {
                return;
            }
            approval.waiting().forEach(waiting -> judge(waiting.decision(), waiting.cause()));
        }

        void made(DecisionMade message) {
            Optional<RefusalCode> refusal = fourEyes.refusalOf(message.decision());
            if (refusal.isPresent()) {
                refuse(message.decision(), message.cause(), refusal.get());
                return;
            }
            Approval approval = approvalOf(message);
            if (approval.sale() == null) {
                keep(approval, message);
            } else if (!approval.isAnsweredByArrival(message.cause())) {
                judge(message.decision(), message.cause());
            }
        }

        private void keep(Approval approval, DecisionMade message) {
            if (approval.keeps(message.decision()) || approval.mayKeepMore()) {
                now.put(approval.saleId(), approval.keeping(message.decision(), message.cause(), patience));
            } else {
                refuse(message.decision(), message.cause(), RefusalCode.TOO_MANY_WAITING);
            }
        }

        private void judge(SaleDecision decision, Cause cause) {
            Approval approval = Objects.requireNonNull(now.get(decision.saleId()));
            RegisteredSale sale = Objects.requireNonNull(approval.sale());
            Outcome outcome = approval.outcome();
            if (outcome != null && outcome.decision().equals(decision)) {
                answers.add(settled(approval, sale, outcome));
                return;
            }
            Optional<RefusalCode> refusal = fourEyes.refusalOf(decision, sale, stored.organizations());
            if (refusal.isPresent()) {
                refuse(decision, cause, refusal.get());
            } else if (outcome != null) {
                answers.add(
                        new Refused(decision, cause, RefusalCode.ALREADY_DECIDED, Refusals.alreadyDecided(outcome)));
            } else {
                Outcome first = new Outcome(decision, cause);
                now.put(approval.saleId(), approval.settled(first));
                answers.add(settled(approval, sale, first));
            }
        }

        private void refuse(SaleDecision decision, Cause cause, RefusalCode code) {
            answers.add(new Refused(decision, cause, code, Refusals.message(code, decision)));
        }

        private Settled settled(Approval approval, RegisteredSale sale, Outcome outcome) {
            Cause arrived = Objects.requireNonNull(approval.arrivedBy());
            boolean decidedFirst = outcome.cause().at().isBefore(arrived.at());
            return new Settled(
                    sale, outcome, decidedFirst ? arrived.at() : outcome.cause().at());
        }

        private Approval approvalOf(SaleMessage message) {
            return now.getOrDefault(message.saleId(), Approval.none(message.saleId()));
        }

        Decided decided() {
            return Decided.of(stored.approvals(), now, answers);
        }
    }
}
