package dev.seatkey.keys.issuing;

import dev.seatkey.keys.plans.Plan;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The seats that are taken. */
public interface Seats {

    /** Those of these claims, by claim. */
    Map<UUID, Seat> ofClaims(Collection<UUID> claims);

    /** How many seats of each plan are taken, as far as is known: at times less than the truth, never more. By sale id. */
    Map<String, Integer> takenAtLeast(Collection<Plan> plans);

    /** How many seats of a plan are taken. */
    int taken(String saleId);

    /**
     * Takes seats in their order. Where a number or a claim is not free any more, it takes none of that plan after it, and
     * those of the other plans all the same.
     *
     * @throws dev.seatkey.messaging.LostRace if it has not taken all of them
     */
    void take(List<Seat> seats);
}
