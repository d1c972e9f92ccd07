package dev.seatkey.organizations;

import dev.seatkey.messaging.LostRace;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The organizations that a service knows. */
public interface Organizations {

    /** Those of these that are known. One round trip. */
    List<Organization> find(Collection<String> organizationIds);

    /** Those of these that are known, and all above them. As many round trips as the tree is deep, however many are asked for. */
    OrganizationTree withAncestors(Collection<String> organizationIds);

    /** The ids of an organization and all below it. As many round trips as the tree is deep. */
    Set<String> atOrBelow(String organizationId);

    /**
     * Stores changed organizations, each with the revision that it had when read.
     *
     * @throws LostRace if one was changed meanwhile
     */
    void write(Collection<Organization> changed);
}
