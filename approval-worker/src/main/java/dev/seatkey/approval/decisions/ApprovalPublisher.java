package dev.seatkey.approval.decisions;

import dev.seatkey.approval.decisions.Answer.Refused;
import dev.seatkey.approval.decisions.Answer.Settled;
import dev.seatkey.approval.decisions.Answer.Unmatched;
import dev.seatkey.contract.BillingMethod;
import dev.seatkey.contract.CommandRefused;
import dev.seatkey.contract.DecideSale;
import dev.seatkey.contract.DecisionUnmatched;
import dev.seatkey.contract.SaleApproved;
import dev.seatkey.contract.SaleDeclined;
import dev.seatkey.contract.SaleDetails;
import dev.seatkey.contract.SalesType;
import dev.seatkey.contract.UserReference;
import dev.seatkey.messaging.NameBasedId;
import dev.seatkey.messaging.Publication;
import dev.seatkey.schemas.Topics;
import java.util.List;
import java.util.Objects;

/** Turns answers into events of the contracts. */
final class ApprovalPublisher {
    /** The approval-worker tells one thing about the history of a sale: how it was settled (W1). */
    private static final int ONLY_POSITION = 1;

    private ApprovalPublisher() {}

    static List<Publication> publications(List<Answer> answers) {
        return answers.stream().map(ApprovalPublisher::publication).toList();
    }

    private static Publication publication(Answer answer) {
        if (answer instanceof Settled settled) {
            return settled.outcome().decision().verdict() == Verdict.APPROVE ? approved(settled) : declined(settled);
        }
        return answer instanceof Refused refused ? refused(refused) : unmatched((Unmatched) answer);
    }

    private static Publication approved(Settled settled) {
        SaleDecision decision = settled.outcome().decision();
        SaleApproved body = new SaleApproved(
                ONLY_POSITION,
                details(settled.sale()),
                reference(decision.decidedBy()),
                decision.reason(),
                settled.at(),
                settled.sale().daysPassedAt(settled.at()));
        return new Publication(
                Topics.SALE_EVENTS,
                decision.saleId(),
                NameBasedId.of("SaleApproved", decision.saleId()),
                body,
                settled.outcome().cause(),
                settled.at());
    }

    private static Publication declined(Settled settled) {
        SaleDecision decision = settled.outcome().decision();
        SaleDeclined body = new SaleDeclined(
                ONLY_POSITION,
                details(settled.sale()),
                reference(decision.decidedBy()),
                Objects.requireNonNull(decision.reason()),
                settled.at());
        return new Publication(
                Topics.SALE_EVENTS,
                decision.saleId(),
                NameBasedId.of("SaleDeclined", decision.saleId()),
                body,
                settled.outcome().cause(),
                settled.at());
    }

    private static Publication refused(Refused refused) {
        SaleDecision decision = refused.decision();
        String code = refused.code().name();
        CommandRefused body = new CommandRefused(
                decision.saleId(),
                DecideSale.class.getSimpleName(),
                reference(decision.decidedBy()),
                code,
                refused.message(),
                refused.cause().at());
        return new Publication(
                Topics.SALE_EVENTS,
                decision.saleId(),
                NameBasedId.of("CommandRefused", decision.saleId(), decision.digest(), code),
                body,
                refused.cause());
    }

    private static Publication unmatched(Unmatched unmatched) {
        SaleDecision decision = unmatched.decision();
        DecisionUnmatched body = new DecisionUnmatched(
                decision.saleId(),
                dev.seatkey.contract.Verdict.valueOf(decision.verdict().name()),
                reference(decision.decidedBy()),
                unmatched.cause().at(),
                unmatched.reportedBy().at());
        return new Publication(
                Topics.SALE_EVENTS,
                decision.saleId(),
                NameBasedId.of("DecisionUnmatched", decision.saleId(), decision.digest()),
                body,
                unmatched.cause(),
                unmatched.reportedBy().at());
    }

    private static UserReference reference(User user) {
        return new UserReference(user.organizationId(), user.userId());
    }

    private static SaleDetails details(RegisteredSale sale) {
        return SaleDetails.newBuilder()
                .setSaleId(sale.saleId())
                .setSaleName(sale.saleName())
                .setRegistrant(registrant(sale.registrant()))
                .setCustomerId(sale.customerId())
                .setCustomerName(sale.customerName())
                .setResellerId(sale.resellerId())
                .setDistributionId(sale.distributionId())
                .setDistributionName(sale.distributionName())
                .setSalesType(SalesType.valueOf(sale.salesType()))
                .setNumberOfUsers(sale.numberOfUsers())
                .setCurrency(sale.currency())
                .setDistributionPrice(sale.distributionPrice())
                .setSalesPrice(sale.salesPrice())
                .setPriceListVersion(sale.priceListVersion())
                .setKeyLengthDays(sale.keyLengthDays())
                .setActivationDate(sale.activationDate())
                .setCancellationDate(sale.cancellationDate())
                .setTimeZone(sale.timeZone())
                .setPlanFrom(sale.planFrom())
                .setPlanTo(sale.planTo())
                .setCustomerPoNumber(sale.customerPoNumber())
                .setOrderNumber(sale.orderNumber())
                .setBillingMethod(BillingMethod.valueOf(sale.billingMethod()))
                .setComments(comments(sale.comments()))
                .setRegisteredAt(sale.registeredAt())
                .build();
    }

    private static dev.seatkey.contract.Registrant registrant(Registrant registrant) {
        return new dev.seatkey.contract.Registrant(
                registrant.organizationId(),
                registrant.organizationName(),
                registrant.userId(),
                registrant.name(),
                registrant.mailAddress(),
                registrant.locale());
    }

    private static List<dev.seatkey.contract.Comment> comments(List<Comment> comments) {
        return comments.stream()
                .map(comment -> new dev.seatkey.contract.Comment(comment.author(), comment.writtenAt(), comment.text()))
                .toList();
    }
}
