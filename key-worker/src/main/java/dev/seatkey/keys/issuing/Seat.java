package dev.seatkey.keys.issuing;

import dev.seatkey.messaging.Cause;
import dev.seatkey.messaging.NameBasedId;
import java.util.UUID;

/**
 * The right of one learner to hold keys under one plan.
 *
 * @param claim follows from plan and learner: nobody can hold two seats of a plan
 * @param number 1 to the plan's number of seats, taken in this order without gaps
 * @param cause the launch that took it
 */
public record Seat(UUID claim, String saleId, int number, Learner learner, Cause cause) {

    /** The claim of a learner to a seat of a plan. */
    public static UUID claimOf(String saleId, Learner learner) {
        return NameBasedId.of(saleId, learner.issuer(), learner.subject());
    }
}
