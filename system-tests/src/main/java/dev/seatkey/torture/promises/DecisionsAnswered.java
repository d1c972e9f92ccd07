package dev.seatkey.torture.promises;

import dev.seatkey.contract.CommandRefused;
import dev.seatkey.contract.DecideSale;
import dev.seatkey.contract.SaleApproved;
import dev.seatkey.contract.SaleDeclined;
import dev.seatkey.contract.SaleRegistered;
import dev.seatkey.contract.UserReference;
import dev.seatkey.localstack.outside.Seen;
import dev.seatkey.schemas.Topics;
import dev.seatkey.torture.promises.Answers.Copies;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A1, A2, A3: every decision on a sale is answered once, also where it came first: it settles the sale, is the one that settled
 * it, or is refused. A sale on which somebody decided who may is settled once, and by nobody of its own organization approved.
 *
 * <p>A decision that was sent again while its sale was away is answered together with its copies.
 */
public final class DecisionsAnswered implements Promise {
    private static final String DECIDE = DecideSale.class.getSimpleName();

    private final UserReference approver;
    private final Map<String, Sale> sales = new HashMap<>();
    private final Answers answers = new Answers(
            "decision on", Topics.APPROVAL_WORKER, Copies.MAY_WAIT_TOGETHER, saleId -> of(saleId).registered);
    private final Breaches ownSales = new Breaches();

    /** @param approver whose decisions count */
    public DecisionsAnswered(UserReference approver) {
        this.approver = approver;
    }

    @Override
    public String name() {
        return "decisions-answered";
    }

    @Override
    public String text() {
        return "Every decision on a sale is answered once, and settles it once, with four eyes (A1, A2, A3)";
    }

    @Override
    public void saw(Seen<?> record) {
        if (record.body() instanceof DecideSale decision) {
            answers.asked(decision.getSaleId(), record);
            of(decision.getSaleId()).asked |= decision.getDecidedBy().equals(approver);
        } else if (record.body() instanceof SaleRegistered registered) {
            of(registered.getSale().getSaleId()).registered = true;
        } else if (record.body() instanceof SaleApproved approved) {
            settled(approved.getSale().getSaleId(), record);
            var registrant = approved.getSale().getRegistrant();
            ownSales.unless(
                    !approved.getDecidedBy().getOrganizationId().equals(registrant.getOrganizationId()),
                    "sale %s was approved by %s, whose organization registered it",
                    approved.getSale().getSaleId(),
                    approved.getDecidedBy().getUserId());
        } else if (record.body() instanceof SaleDeclined declined) {
            settled(declined.getSale().getSaleId(), record);
        } else if (record.body() instanceof CommandRefused refused
                && refused.getCommand().equals(DECIDE)) {
            answers.answered(refused.getSaleId(), record, refused);
        }
    }

    private void settled(String saleId, Seen<?> record) {
        of(saleId).settlements.add(record.eventId());
        answers.answered(saleId, record, record.body());
    }

    @Override
    public void replayed(String worker) {
        answers.replayed(worker);
    }

    @Override
    public long outstanding() {
        return answers.outstanding();
    }

    @Override
    public List<String> broken() {
        var breaches = new Breaches();
        sales.forEach((id, sale) -> {
            var settlements = sale.settlements.size();
            breaches.unless(settlements <= 1, "sale %s was settled %d times", id, settlements);
            breaches.unless(
                    !sale.asked || !sale.registered || settlements > 0,
                    "sale %s was never settled, and %s decided on it",
                    id,
                    approver.getUserId());
            breaches.unless(settlements == 0 || sale.registered, "sale %s was settled, and nobody registered it", id);
        });
        breaches.addAll(ownSales.list());
        breaches.addAll(answers.broken());
        return breaches.list();
    }

    private Sale of(String id) {
        return sales.computeIfAbsent(id, unknown -> new Sale());
    }

    private static final class Sale {
        private boolean asked;
        private boolean registered;
        private final Set<String> settlements = new HashSet<>(2);
    }
}
