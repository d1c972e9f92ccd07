package dev.seatkey.torture.promises;

import dev.seatkey.contract.LaunchRefused;
import dev.seatkey.contract.RefusalReason;
import dev.seatkey.contract.SaleRegistered;
import dev.seatkey.contract.SeatTaken;
import dev.seatkey.localstack.outside.Seen;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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
            of(seat.getSaleId())
                    .holdings
                    .add(new Holding(seat.getSeatNumber(), seat.getIssuer() + " " + seat.getSubject()));
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

    /** Nobody ever gives a seat back here, so that what is true of all who took one was true at every instant. */
    @Override
    public List<String> broken() {
        var breaches = new Breaches();
        plans.forEach((id, plan) -> {
            var held = plan.holdings.size();
            var numbers = plan.numbers();
            breaches.unless(held <= plan.sold, "plan %s: %d seats taken, %d users sold", id, held, plan.sold);
            breaches.unless(held == numbers.size(), "plan %s: %d learners share %d seats", id, held, numbers.size());
            breaches.unless(held == plan.learners(), "plan %s: %d learners hold %d seats", id, plan.learners(), held);
            breaches.unless(
                    firstFree(numbers) == numbers.size() + 1,
                    "plan %s: seat %d was never taken, and later ones were",
                    id,
                    firstFree(numbers));
            breaches.unless(
                    !plan.refused || held == plan.sold,
                    "plan %s: a learner was refused for want of a seat, with %d taken of %d",
                    id,
                    held,
                    plan.sold);
        });
        return breaches.list();
    }

    private static int firstFree(Set<Integer> numbers) {
        var number = 1;
        while (numbers.contains(number)) {
            number++;
        }
        return number;
    }

    private Plan of(String saleId) {
        return plans.computeIfAbsent(saleId, unknown -> new Plan());
    }

    private record Holding(int number, String learner) {}

    private static final class Plan {
        private final Set<Holding> holdings = new HashSet<>();
        private int sold;
        private boolean refused;

        Set<Integer> numbers() {
            return holdings.stream().map(Holding::number).collect(Collectors.toSet());
        }

        long learners() {
            return holdings.stream().map(Holding::learner).distinct().count();
        }
    }
}
