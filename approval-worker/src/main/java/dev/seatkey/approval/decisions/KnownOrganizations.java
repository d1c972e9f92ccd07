package dev.seatkey.approval.decisions;

import dev.seatkey.organizations.OrganizationTree;
import java.util.Collection;

/** The organizations that are known when a decision is judged. */
@FunctionalInterface
interface KnownOrganizations {

    /** These organizations, as far as anybody told of them, and all above them. */
    OrganizationTree withAncestors(Collection<String> organizationIds);
}
