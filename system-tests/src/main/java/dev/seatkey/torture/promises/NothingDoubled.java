package dev.seatkey.torture.promises;

import dev.seatkey.contract.KeyClosed;
import dev.seatkey.contract.KeyIssued;
import dev.seatkey.contract.KeyRenewed;
import dev.seatkey.contract.PlanActivated;
import dev.seatkey.contract.PlanEnded;
import dev.seatkey.contract.SaleRegistered;
import dev.seatkey.contract.SeatTaken;
import dev.seatkey.localstack.outside.Seen;
import dev.seatkey.schemas.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * S1, K3, K4: one registration of a sale, one seat for a learner, one learner for a seat, one key for a test; and each of these
 * events is told once, and once more at most for each replay since.
 */
public final class NothingDoubled implements Promise {
    private final Tellings tellings = new Tellings(Topics.KEY_WORKER);
    private final Map<String, String> owners = new HashMap<>();
    private final Breaches breaches = new Breaches();

    @Override
    public String name() {
        return "nothing-doubled";
    }

    @Override
    public String text() {
        return "No sale, seat, key or term is there twice, and no event of one is told twice (S1, K3, K4)";
    }

    @Override
    public void saw(Seen<?> record) {
        if (record.body() instanceof SaleRegistered sale) {
            only("sale " + sale.getSale().getSaleId(), record.eventId());
        } else if (record.body() instanceof PlanActivated plan) {
            only("plan " + plan.getSaleId(), once(record));
        } else if (record.body() instanceof SeatTaken seat) {
            var learner = seat.getIssuer() + " " + seat.getSubject();
            only("the learner in seat " + seat.getSeatNumber() + " of " + seat.getSaleId(), learner);
            only("the seat of " + learner + " in " + seat.getSaleId(), String.valueOf(seat.getSeatNumber()));
            once(record);
        } else if (record.body() instanceof KeyIssued key) {
            only(
                    "the key of " + key.getIssuer() + " " + key.getSubject() + " for " + key.getTestId() + " in "
                            + key.getSaleId(),
                    key.getKeyId().toString());
            only("code " + key.getCode(), key.getKeyId().toString());
            once(record);
        } else if (record.body() instanceof KeyRenewed renewal) {
            only("term " + renewal.getTerm() + " of key " + renewal.getKeyId(), once(record));
        } else if (record.body() instanceof KeyClosed closing) {
            only("the end of key " + closing.getKeyId(), once(record));
        } else if (record.body() instanceof PlanEnded end) {
            only("the end of plan " + end.getSaleId(), once(record));
        }
    }

    @Override
    public void replayed(String worker) {
        tellings.replayed(worker);
    }

    @Override
    public long outstanding() {
        return 0;
    }

    @Override
    public List<String> broken() {
        return breaches.list();
    }

    private void only(String thing, String owner) {
        var first = owners.putIfAbsent(thing, owner);
        breaches.unless(first == null || first.equals(owner), "%s: both %s and %s", thing, first, owner);
    }

    private String once(Seen<?> event) {
        breaches.unless(
                tellings.isDue(event.eventId()),
                "%s %s was told once too often",
                event.body().getClass().getSimpleName(),
                event.eventId());
        return event.eventId();
    }
}
