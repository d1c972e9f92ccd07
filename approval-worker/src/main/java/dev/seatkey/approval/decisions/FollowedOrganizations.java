package dev.seatkey.approval.decisions;

import static java.util.stream.Collectors.toSet;

import dev.seatkey.messaging.CatchUp;
import dev.seatkey.organizations.OrganizationTree;
import dev.seatkey.organizations.Organizations;
import dev.seatkey.organizations.OrganizationsConfiguration;
import dev.seatkey.schemas.Topics;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The organizations that this service follows. Where one is missing, what was told of them is waited for. */
final class FollowedOrganizations implements KnownOrganizations {
    private static final String GROUP = Topics.APPROVAL_WORKER + "." + OrganizationsConfiguration.SUBSCRIPTION;

    private final Organizations organizations;
    private final CatchUp catchUp;

    FollowedOrganizations(Organizations organizations, CatchUp catchUp) {
        this.organizations = organizations;
        this.catchUp = catchUp;
    }

    @Override
    public OrganizationTree of(Collection<User> users) {
        Set<String> organizationIds = users.stream().map(User::organizationId).collect(toSet());
        OrganizationTree tree = organizations.withAncestors(organizationIds);
        if (isWhole(tree, users)) {
            return tree;
        }
        catchUp.require(GROUP, List.of(Topics.ORGANIZATIONS));
        return organizations.withAncestors(organizationIds);
    }

    private static boolean isWhole(OrganizationTree tree, Collection<User> users) {
        return users.stream()
                .allMatch(user -> tree.isKnownToTheTop(user.organizationId())
                        && tree.find(user.organizationId())
                                .flatMap(organization -> organization.user(user.userId()))
                                .isPresent());
    }
}
