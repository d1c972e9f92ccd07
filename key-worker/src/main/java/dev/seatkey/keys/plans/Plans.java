package dev.seatkey.keys.plans;

import dev.seatkey.keys.working.Changes;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The plans. */
public interface Plans {

    /** Those of these sales, by sale id. */
    Map<String, Plan> ofSales(Collection<String> saleIds);

    /** All plans of these organizations that end after this instant, so that what ended long ago costs nothing. */
    List<Plan> endingAfter(Instant time, Collection<String> organizationIds);

    /** Of the approved plans of these organizations that end by this instant: the last one for each distribution. */
    List<Plan> lastEndingBy(Instant time, Collection<String> organizationIds);

    /**
     * Writes what happened to plans.
     *
     * @throws dev.seatkey.messaging.LostRace if one is no longer as it was read
     */
    void save(Changes<Plan> changes);

    /** How many seats of these sales are noted as taken. */
    Map<String, Integer> seatsTaken(Collection<String> saleIds);

    /** Notes that at least so many seats of each sale are taken. */
    void noteSeatsTaken(Map<String, Integer> atLeast);
}
