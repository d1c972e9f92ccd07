package dev.seatkey.torture.promises;

import dev.seatkey.contract.KeyClosed;
import dev.seatkey.contract.KeyIssued;
import dev.seatkey.contract.KeyRenewed;
import dev.seatkey.contract.PlanActivated;
import dev.seatkey.contract.PlanEnded;
import dev.seatkey.contract.Sale;
import dev.seatkey.contract.SaleApproved;
import dev.seatkey.contract.SaleDeclined;
import dev.seatkey.contract.SaleRegistered;
import dev.seatkey.localstack.outside.Seen;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * W1: what is told for the first time of one key, plan or sale stands in its topic after what happened before it. What is told
 * again, because a message was sent or read again, may stand anywhere. How a sale stands is told last.
 */
public final class OrderKept implements Promise {
    private final Map<String, Integer> newest = new HashMap<>();
    private final Map<String, Integer> newestStatus = new HashMap<>();
    private final Map<String, Integer> lastStatus = new HashMap<>();
    private final Breaches breaches = new Breaches();

    @Override
    public String name() {
        return "order-kept";
    }

    @Override
    public String text() {
        return "The events of one sale, plan or key are told in the order in which they happened (W1)";
    }

    @Override
    public void saw(Seen<?> record) {
        if (record.body() instanceof KeyIssued event) {
            comesNext("key " + event.getKeyId(), event.getPosition());
        } else if (record.body() instanceof KeyRenewed event) {
            comesNext("key " + event.getKeyId(), event.getPosition());
        } else if (record.body() instanceof KeyClosed event) {
            comesNext("key " + event.getKeyId(), event.getPosition());
        } else if (record.body() instanceof PlanActivated event) {
            comesNext("plan " + event.getSaleId(), event.getPosition());
        } else if (record.body() instanceof PlanEnded event) {
            comesNext("plan " + event.getSaleId(), event.getPosition());
        } else if (record.body() instanceof SaleRegistered event) {
            comesNext("sale " + event.getSale().getSaleId(), 1);
        } else if (record.body() instanceof SaleApproved event) {
            comesNext("sale " + event.getSale().getSaleId(), 2);
        } else if (record.body() instanceof SaleDeclined event) {
            comesNext("sale " + event.getSale().getSaleId(), 2);
        } else if (record.body() instanceof Sale sale) {
            stands(
                    sale.getSale().getSaleId(),
                    switch (sale.getStatus()) {
                        case PENDING_APPROVAL -> 1;
                        case APPROVED, DECLINED, CANCELLED -> 2;
                        case ACTIVE -> 3;
                        case ENDED, UNKNOWN -> 4;
                    });
        }
    }

    /** Nothing may be left out here: an event whose predecessor comes only later is out of order. */
    private void comesNext(String history, int place) {
        var last = newest.getOrDefault(history, 0);
        breaches.unless(place <= last + 1, "%s: step %d stands before step %d", history, place, place - 1);
        newest.merge(history, place, Math::max);
    }

    /**
     * A sale's status may leave a step out, where the news of its plan overtook that of its approval, which come in different
     * topics; after a crash in between, the step is told late. But the newest one is then told once more: of a compacted topic
     * the last record stays.
     */
    private void stands(String saleId, int place) {
        newestStatus.merge(saleId, place, Math::max);
        lastStatus.put(saleId, place);
    }

    @Override
    public long outstanding() {
        return 0;
    }

    @Override
    public List<String> broken() {
        var all = new Breaches();
        all.addAll(breaches.list());
        lastStatus.forEach((saleId, last) -> {
            var furthest = newestStatus.getOrDefault(saleId, 0);
            all.unless(
                    last.equals(furthest),
                    "the status of %s: step %d was told after step %d, and stays",
                    saleId,
                    last,
                    furthest);
        });
        return all.list();
    }
}
