package dev.seatkey.keys.issuing;

import java.util.HashMap;
import java.util.Map;

/**
 * How many seats are taken of plans whose own notes may say less. Noted with each batch, that would cost as many writes as its keys
 * where each launch is of another school; so it is remembered here, and noted for all plans at once every few batches.
 *
 * <p>What a stop or a crash keeps from being noted shows when the next seat of the plan is taken.
 */
final class SeatNotes {
    /** So few that the seats of these batches are soon searched through when nobody remembers them. That is a third of a second under full load. */
    static final int BATCHES_UNTIL_NOTED = 10;

    private Map<String, Integer> kept = new HashMap<>();

    /** Handed out the last time, and perhaps not written yet. */
    private Map<String, Integer> handedOut = Map.of();

    private int batches;

    /** How many seats of the sale are known to be taken, at least. */
    synchronized int of(String saleId) {
        return Math.max(kept.getOrDefault(saleId, 0), handedOut.getOrDefault(saleId, 0));
    }

    /** Remembers how many seats are taken of the plans of one batch, by sale, as far as their own notes don't say so. */
    synchronized void add(Map<String, Integer> taken) {
        if (!taken.isEmpty()) {
            taken.forEach((saleId, number) -> kept.merge(saleId, number, Math::max));
            batches++;
        }
    }

    /** What is to be noted with the keys of the batch that was added last: mostly nothing, every few batches all of it. */
    synchronized Map<String, Integer> handOutWhatIsDue() {
        if (batches < BATCHES_UNTIL_NOTED) {
            return Map.of();
        }
        handedOut = kept;
        kept = new HashMap<>();
        batches = 0;
        return handedOut;
    }

    /** All that is remembered, to be noted at once; {@link #noted} then. */
    synchronized Map<String, Integer> all() {
        Map<String, Integer> all = new HashMap<>(handedOut);
        kept.forEach((saleId, number) -> all.merge(saleId, number, Math::max));
        return all;
    }

    /** Forgets what is noted by now, and no more. */
    synchronized void noted(Map<String, Integer> numbers) {
        kept.entrySet().removeIf(each -> each.getValue() <= numbers.getOrDefault(each.getKey(), 0));
        handedOut = Map.of();
        batches = 0;
    }
}
