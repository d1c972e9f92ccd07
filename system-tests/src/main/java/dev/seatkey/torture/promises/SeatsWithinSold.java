package dev.seatkey.torture.promises;

import dev.seatkey.contract.LaunchRefused;
import dev.seatkey.contract.RefusalReason;
import dev.seatkey.contract.SaleRegistered;
import dev.seatkey.contract.SeatTaken;
import dev.seatkey.localstack.outside.Seen;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** K3: at every instant no more learners hold seats than users were sold, and no seat is lost. */
public final class SeatsWithinSold implements Promise {
    private final Map<String, Plan> plans = new HashMap<>();

    @Override
    public String name() {
        return "seats-within-sold";
    }

    @Override
    public String text() {
        return "Never more learners hold seats than users were sold, and no seat is lost (K3)";
    }

    @Override
    public void saw(Seen<?> record) {
        if (record.body() instanceof SaleRegistered sale) {
            of(sale.getSale().getSaleId()).sold = sale.getSale().getNumberOfUsers();
        } else if (record.body() instanceof SeatTaken seat) {
            of(seat.getSaleId()).taken.set(seat.getSeatNumber());
        } else if (record.body() instanceof LaunchRefused refused
                && refused.getReason() == RefusalReason.NO_SEAT_LEFT
                && refused.getSaleId() != null) {
            of(refused.getSaleId()).refused = true;
        }
    }

    @Override
    public long outstanding() {
        return 0;
    }

    /** Seats are never given back, so that what is true at the end was true at every instant. */
    @Override
    public List<String> broken() {
        var breaches = new Breaches();
        plans.forEach((id, plan) -> {
            var seats = plan.taken.cardinality();
            breaches.unless(seats <= plan.sold, "plan %s: %d seats taken, %d users sold", id, seats, plan.sold);
            breaches.unless(
                    plan.taken.isEmpty() || plan.taken.nextClearBit(1) == seats + 1,
                    "plan %s: seat %d was never taken, and later ones were",
                    id,
                    plan.taken.nextClearBit(1));
            breaches.unless(
                    !plan.refused || seats == plan.sold,
                    "plan %s: a learner was refused for want of a seat, with %d taken of %d",
                    id,
                    seats,
                    plan.sold);
        });
        return breaches.list();
    }

    private Plan of(String saleId) {
        return plans.computeIfAbsent(saleId, unknown -> new Plan());
    }

    private static final class Plan {
        private final BitSet taken = new BitSet();
        private int sold;
        private boolean refused;
    }
}
