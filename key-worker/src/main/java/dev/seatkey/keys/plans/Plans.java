package dev.seatkey.keys.plans;

import dev.seatkey.keys.working.Changes;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The plans. */
public interface Plans {

    /** Those of these sales, by sale id. */
    Map<String, Plan> ofSales(Collection<String> saleIds);

    /** All plans of these organizations. */
    List<Plan> ofOrganizations(Collection<String> organizationIds);

    /**
     * Writes what happened to plans.
     *
     * @throws dev.seatkey.messaging.LostRace if one is no longer as it was read
     */
    void save(Changes<Plan> changes);

    /** Notes that at least so many seats of each sale are taken. */
    void noteSeatsTaken(Map<String, Integer> atLeast);
}
