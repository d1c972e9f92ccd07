package dev.seatkey.keys.issuing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The seats that are taken. */
public interface Seats {

    /** Those of these claims, by claim. */
    Map<UUID, Seat> ofClaims(Collection<UUID> claims);

    /** How many seats of these plans are taken, for those of which it is more than is known. Both by sale id. */
    Map<String, Integer> takenBeyond(Map<String, Integer> known);

    /** How many seats of a plan are taken. */
    int taken(String saleId);

    /**
     * Takes seats: plan by plan in the order of their sale ids, and those of a plan in their order. Where a number or a claim is
     * not free any more, it takes none of that plan after it, and of the plans after that perhaps none.
     *
     * @return those that were taken
     * @throws dev.seatkey.messaging.LostRace if it is not certain that what was taken will last
     */
    List<Seat> take(List<Seat> wanted);
}
