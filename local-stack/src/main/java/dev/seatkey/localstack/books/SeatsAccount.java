package dev.seatkey.localstack.books;

import dev.seatkey.schemas.Topics;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The seats of the key worker: who holds which. */
record SeatsAccount(Map<String, SaleHistory> sales) implements Account<SeatsAccount.Seat> {
    @Override
    public String service() {
        return Topics.KEY_WORKER;
    }

    @Override
    public String collection() {
        return "seats";
    }

    @Override
    public Set<Seat> told() {
        var seats = new HashSet<Seat>();
        sales.forEach((saleId, sale) -> sale.seats.keySet().forEach(number -> seats.add(new Seat(saleId, number))));
        return seats;
    }

    @Override
    public Seat subjectOf(Stored document) {
        return new Seat(document.text("saleId"), document.number("number"));
    }

    @Override
    public @Nullable Facts told(Seat seat) {
        var sale = sales.get(seat.saleId);
        var taken = sale == null ? null : sale.seats.get(seat.number);
        return taken == null
                ? null
                : new Facts()
                        .with("issuer", taken.body().getIssuer())
                        .with("subject", taken.body().getSubject())
                        .with("taken at", taken.body().getTakenAt());
    }

    @Override
    public Facts stored(Seat seat, Stored document) {
        return new Facts()
                .with("issuer", document.at("issuer"))
                .with("subject", document.at("subject"))
                .with("taken at", document.at("cause.at"));
    }

    /** One seat of a plan. */
    record Seat(String saleId, int number) {
        @Override
        public String toString() {
            return saleId + " seat " + number;
        }
    }
}
