package dev.seatkey.organizations;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A part of the tree of organizations, closed upwards as far as it is known. */
public final class OrganizationTree {
    /** More levels than any real tree has; what lies higher is not looked at. */
    public static final int MAX_DEPTH = 64;

    private final Map<String, Organization> byId;

    private OrganizationTree(Map<String, Organization> byId) {
        this.byId = byId;
    }

    /** The tree of these organizations. */
    public static OrganizationTree of(Collection<Organization> organizations) {
        return new OrganizationTree(
                organizations.stream().collect(toMap(Organization::organizationId, identity(), (first, next) -> next)));
    }

    /** This tree with one organization more, or changed. */
    public OrganizationTree with(Organization organization) {
        Map<String, Organization> more = new HashMap<>(byId);
        more.put(organization.organizationId(), organization);
        return new OrganizationTree(more);
    }

    /** The organization with this id. */
    public Optional<Organization> find(String organizationId) {
        return Optional.ofNullable(byId.get(organizationId));
    }

    /** The ids above an organization, nearest first. The last may be one that is not known. Where parents form a circle, each once. */
    public Set<String> ancestors(String organizationId) {
        Set<String> ancestors = new LinkedHashSet<>();
        Organization current = byId.get(organizationId);
        while (current != null && current.parentId() != null && ancestors.size() < MAX_DEPTH) {
            if (!ancestors.add(current.parentId())) {
                break;
            }
            current = byId.get(current.parentId());
        }
        return ancestors;
    }

    /** Whether an organization is the other one or lies below it. */
    public boolean isAtOrBelow(String organizationId, String ancestorId) {
        return organizationId.equals(ancestorId) || ancestors(organizationId).contains(ancestorId);
    }

    /** Whether an organization and all above it are known, up to one that has nothing above it. */
    public boolean isKnownToTheTop(String organizationId) {
        Organization current = byId.get(organizationId);
        for (int depth = 0; current != null && depth <= MAX_DEPTH; depth++) {
            if (current.parentId() == null) {
                return true;
            }
            current = byId.get(current.parentId());
        }
        return false;
    }

    /** Ids that the tree's organizations name as their parent, but that are not known (yet). */
    public Set<String> missingParents() {
        Set<String> missing = new HashSet<>();
        for (Organization each : byId.values()) {
            if (each.parentId() != null && !byId.containsKey(each.parentId())) {
                missing.add(each.parentId());
            }
        }
        return missing;
    }
}
