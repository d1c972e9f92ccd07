package dev.seatkey.approval.decisions;

import dev.seatkey.organizations.Organization;
import dev.seatkey.organizations.OrganizationTree;
import java.util.Optional;

/**
 * Who may decide about which sale (A3). Says the same whenever it is asked: it looks at the decision, the sale and the tree
 * of organizations only.
 */
final class FourEyes {
    private final boolean registeringOrganizationMayApprove;

    /** @param registeringOrganizationMayApprove whether others of the registering organization may approve a sale */
    FourEyes(boolean registeringOrganizationMayApprove) {
        this.registeringOrganizationMayApprove = registeringOrganizationMayApprove;
    }

    /** What is wrong with a decision, whatever its sale is. */
    Optional<RefusalCode> refusalOf(SaleDecision decision) {
        if (!decision.isValid()) {
            return Optional.of(RefusalCode.INVALID);
        }
        return decision.lacksReason() ? Optional.of(RefusalCode.REASON_REQUIRED) : Optional.empty();
    }

    /** What forbids this decider to decide about this sale. */
    Optional<RefusalCode> refusalOf(SaleDecision decision, RegisteredSale sale, OrganizationTree organizations) {
        User decider = decision.decidedBy();
        Optional<Organization> deciding = organizations.find(decider.organizationId());
        if (deciding.isEmpty()) {
            return Optional.of(RefusalCode.UNKNOWN_ORGANIZATION);
        }
        if (deciding.get().user(decider.userId()).isEmpty()) {
            return Optional.of(RefusalCode.UNKNOWN_USER);
        }
        if (decision.verdict() == Verdict.APPROVE) {
            return refusalOfApproval(decider, sale.registrant(), organizations);
        }
        return Optional.empty();
    }

    private Optional<RefusalCode> refusalOfApproval(User decider, Registrant registrant, OrganizationTree tree) {
        if (registrant.is(decider)) {
            return Optional.of(RefusalCode.SAME_PERSON);
        }
        if (registeringOrganizationMayApprove) {
            return Optional.empty();
        }
        if (tree.isAtOrBelow(decider.organizationId(), registrant.organizationId())) {
            return Optional.of(RefusalCode.CONFLICT_OF_INTEREST);
        }
        return tree.isKnownToTheTop(decider.organizationId())
                ? Optional.empty()
                : Optional.of(RefusalCode.UNKNOWN_ORGANIZATION);
    }
}
