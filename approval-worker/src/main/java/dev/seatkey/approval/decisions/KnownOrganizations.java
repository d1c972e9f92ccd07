package dev.seatkey.approval.decisions;

import dev.seatkey.organizations.OrganizationTree;
import java.util.Collection;

/** The organizations that are known when a decision is judged. */
@FunctionalInterface
interface KnownOrganizations {

    /** The organizations of these users, as far as anybody told of them, and all above them. */
    OrganizationTree of(Collection<User> users);
}
