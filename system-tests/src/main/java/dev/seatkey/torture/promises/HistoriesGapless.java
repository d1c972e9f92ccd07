package dev.seatkey.torture.promises;

import dev.seatkey.contract.KeyClosed;
import dev.seatkey.contract.KeyIssued;
import dev.seatkey.contract.KeyRenewed;
import dev.seatkey.contract.PlanActivated;
import dev.seatkey.contract.PlanEnded;
import dev.seatkey.contract.SaleApproved;
import dev.seatkey.contract.SaleDeclined;
import dev.seatkey.contract.SaleRegistered;
import dev.seatkey.contract.SeatTaken;
import dev.seatkey.localstack.outside.Seen;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** W1: the events of each history that a writer keeps are numbered 1, 2, 3 …, without a gap, and no number is there twice. */
public final class HistoriesGapless implements Promise {
    /** Far more than a sale, plan, seat or key goes through. */
    private static final int LONGEST_HISTORY = 10_000;

    private final Map<String, BitSet> histories = new HashMap<>();
    private final Map<String, String> places = new HashMap<>();
    private final Breaches impossible = new Breaches();
    private final Breaches doubled = new Breaches();

    @Override
    public String name() {
        return "histories-gapless";
    }

    @Override
    public String text() {
        return "Every history is numbered 1, 2, 3 … without a gap (W1)";
    }

    @Override
    public void saw(Seen<?> record) {
        if (record.body() instanceof SaleRegistered event) {
            note(record, "sale " + event.getSale().getSaleId(), event.getPosition());
        } else if (record.body() instanceof SaleApproved event) {
            note(record, "decision on " + event.getSale().getSaleId(), event.getPosition());
        } else if (record.body() instanceof SaleDeclined event) {
            note(record, "decision on " + event.getSale().getSaleId(), event.getPosition());
        } else if (record.body() instanceof PlanActivated event) {
            note(record, "plan " + event.getSaleId(), event.getPosition());
        } else if (record.body() instanceof PlanEnded event) {
            note(record, "plan " + event.getSaleId(), event.getPosition());
        } else if (record.body() instanceof SeatTaken event) {
            note(record, "seat " + event.getSeatNumber() + " of " + event.getSaleId(), event.getPosition());
        } else if (record.body() instanceof KeyIssued event) {
            note(record, "key " + event.getKeyId(), event.getPosition());
        } else if (record.body() instanceof KeyRenewed event) {
            note(record, "key " + event.getKeyId(), event.getPosition());
        } else if (record.body() instanceof KeyClosed event) {
            note(record, "key " + event.getKeyId(), event.getPosition());
        }
    }

    private void note(Seen<?> record, String history, int position) {
        if (position < 1 || position > LONGEST_HISTORY) {
            impossible.unless(false, "%s has the position %d", history, position);
            return;
        }
        histories.computeIfAbsent(history, unknown -> new BitSet()).set(position);
        var place = history + " #" + position;
        var first = places.putIfAbsent(place, record.eventId());
        doubled.unless(
                first == null || first.equals(record.eventId()),
                "%s is both event %s and %s",
                place,
                first,
                record.eventId());
    }

    @Override
    public long outstanding() {
        return 0;
    }

    @Override
    public List<String> broken() {
        var breaches = new Breaches();
        histories.forEach((name, positions) -> breaches.unless(
                positions.nextSetBit(0) == 1 && positions.nextClearBit(1) == positions.length(),
                "%s has the positions %s",
                name,
                positions));
        breaches.addAll(impossible.list());
        breaches.addAll(doubled.list());
        return breaches.list();
    }
}
