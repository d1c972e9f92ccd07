package dev.seatkey.keys.issuing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The seats that are taken. */
public interface Seats {

    /** Those of these claims, by claim. */
    Map<UUID, Seat> ofClaims(Collection<UUID> claims);

    /**
     * How many seats of a plan are taken.
     *
     * @param known how many are known to be; fewer are not told of
     */
    int taken(String saleId, int known);

    /**
     * Takes seats, those of a plan in their order. Where a number or a claim is not free any more, it takes none of that plan
     * after it, and of others perhaps none.
     *
     * @return those that were taken
     * @throws dev.seatkey.messaging.LostRace if it is not certain that what was taken will last
     */
    List<Seat> take(List<Seat> wanted);
}
