package dev.seatkey.organizations;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps organizations as their newest records tell them. Records of parents and children may come in any order. */
final class FollowOrganizations {

    /** The organizations as they are to be stored, of those that change. */
    Collection<Organization> decide(List<OrganizationTold> messages, List<Organization> stored) {
        Map<String, Organization> before = new HashMap<>();
        stored.forEach(each -> before.put(each.organizationId(), each));
        Map<String, Organization> now = new HashMap<>(before);
        messages.forEach(message -> now.merge(
                message.organization().organizationId(),
                first(message),
                (known, first) -> known.after(message.organization(), message.cause())));
        now.entrySet().removeAll(before.entrySet());
        return now.values();
    }

    private static Organization first(OrganizationTold message) {
        return message.organization().after(message.organization(), message.cause());
    }
}
