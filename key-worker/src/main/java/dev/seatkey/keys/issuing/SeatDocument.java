package dev.seatkey.keys.issuing;

import dev.seatkey.messaging.Cause;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;

/** A seat as it is stored; see {@link Seat}. Public only for the driver's codec. */
public record SeatDocument(@BsonId UUID claim, String saleId, int number, String issuer, String subject, Cause cause) {
    static SeatDocument of(Seat seat) {
        Learner learner = seat.learner();
        return new SeatDocument(
                seat.claim(), seat.saleId(), seat.number(), learner.issuer(), learner.subject(), seat.cause());
    }

    Seat toSeat() {
        return new Seat(claim, saleId, number, new Learner(issuer, subject), cause);
    }
}
