package dev.seatkey.torture.promises;

import dev.seatkey.contract.DecideSale;
import dev.seatkey.contract.SaleApproved;
import dev.seatkey.contract.SaleDeclined;
import dev.seatkey.contract.SaleRegistered;
import dev.seatkey.contract.UserReference;
import dev.seatkey.localstack.outside.Seen;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A1, A2: a sale on which somebody decided who may is decided once, also where the decision came before the sale. */
public final class SalesDecided implements Promise {
    private final UserReference approver;
    private final Map<String, Sale> sales = new HashMap<>();

    /** @param approver whose decisions count */
    public SalesDecided(UserReference approver) {
        this.approver = approver;
    }

    @Override
    public String name() {
        return "sales-decided";
    }

    @Override
    public String text() {
        return "Every sale that was decided on is decided once, also where the decision came first (A1, A2)";
    }

    @Override
    public void saw(Seen<?> record) {
        if (record.body() instanceof DecideSale decision
                && decision.getDecidedBy().equals(approver)) {
            of(decision.getSaleId()).asked = true;
        } else if (record.body() instanceof SaleRegistered registered) {
            of(registered.getSale().getSaleId()).registered = true;
        } else if (record.body() instanceof SaleApproved approved) {
            of(approved.getSale().getSaleId()).decisions.add(record.eventId());
        } else if (record.body() instanceof SaleDeclined declined) {
            of(declined.getSale().getSaleId()).decisions.add(record.eventId());
        }
    }

    @Override
    public long outstanding() {
        return sales.values().stream()
                .filter(each -> each.asked && each.registered && each.decisions.isEmpty())
                .count();
    }

    @Override
    public List<String> broken() {
        var breaches = new Breaches();
        sales.forEach((id, sale) -> {
            breaches.unless(sale.decisions.size() <= 1, "sale %s was decided %d times", id, sale.decisions.size());
            breaches.unless(
                    !sale.asked || !sale.registered || !sale.decisions.isEmpty(), "sale %s was never decided", id);
            breaches.unless(
                    sale.decisions.isEmpty() || sale.asked && sale.registered,
                    "sale %s was decided, and nobody asked for it",
                    id);
        });
        return breaches.list();
    }

    private Sale of(String id) {
        return sales.computeIfAbsent(id, unknown -> new Sale());
    }

    private static final class Sale {
        private boolean asked;
        private boolean registered;
        private final Set<String> decisions = new HashSet<>(2);
    }
}
