package dev.seatkey.intake.status;

import static java.util.stream.Collectors.toMap;

import dev.seatkey.intake.sales.Milestone;
import dev.seatkey.intake.sales.Sale;
import dev.seatkey.intake.sales.SaleStatus;
import dev.seatkey.messaging.BrokenRecord;
import dev.seatkey.organizations.RecordPlace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Follows registered sales through approval and the life of their plans. A late or repeated event never moves a sale back. */
final class FollowSales {

    Progress decide(List<SaleMoved> events, List<Sale> stored) {
        Map<String, Sale> now = new HashMap<>(stored.stream().collect(toMap(Sale::saleId, sale -> sale)));
        Map<String, Sale> changed = new LinkedHashMap<>();
        List<Reached> reached = new ArrayList<>();
        for (SaleMoved event : events) {
            Sale sale = now.get(event.saleId());
            if (sale == null) {
                throw new BrokenRecord("is about sale " + event.saleId() + ", which was never registered here");
            }
            Optional<Milestone> known = milestoneOf(event, sale);
            known.ifPresent(milestone -> reached.add(new Reached(sale, milestone)));
            if (known.isEmpty()) {
                event.after(sale.current()).ifPresent(milestone -> {
                    Sale moved = sale.with(milestone);
                    now.put(event.saleId(), moved);
                    changed.put(event.saleId(), moved);
                    reached.add(new Reached(moved, milestone));
                });
            }
        }
        reached.addAll(currentOfThoseLeftBehind(reached, now));
        return new Progress(List.copyOf(changed.values()), reached);
    }

    /**
     * The current milestones of sales of which an earlier one would be told last: a replay of one topic comes after what
     * another topic brought meanwhile, and of each sale the last record stays. What came later in the same partition is
     * replayed by itself.
     */
    private static List<Reached> currentOfThoseLeftBehind(List<Reached> reached, Map<String, Sale> now) {
        Map<String, Milestone> toldLast = new LinkedHashMap<>();
        reached.forEach(each -> toldLast.put(each.sale().saleId(), each.milestone()));
        List<Reached> current = new ArrayList<>();
        toldLast.forEach((saleId, milestone) -> {
            Sale sale = Objects.requireNonNull(now.get(saleId));
            RecordPlace newest = RecordPlace.of(sale.current().cause());
            boolean isReplayedToo = newest.follows(RecordPlace.of(milestone.cause()));
            if (!milestone.equals(sale.current()) && !isReplayedToo) {
                current.add(new Reached(sale, sale.current()));
            }
        });
        return current;
    }

    /**
     * What this very record did before a crash. A registration has done its part before it is told of: how the sale stands by
     * then is what is to be told.
     */
    private static Optional<Milestone> milestoneOf(SaleMoved event, Sale sale) {
        if (event.to() == SaleStatus.PENDING_APPROVAL) {
            return Optional.of(sale.current());
        }
        return sale.history().stream()
                .filter(milestone -> event.cause().isSameRecord(milestone.cause()))
                .findFirst();
    }
}
