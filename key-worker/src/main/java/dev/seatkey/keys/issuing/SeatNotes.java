package dev.seatkey.keys.issuing;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * How many seats are taken of plans whose own notes may say less. Noted with each batch, that would cost as many writes as its keys
 * where each launch is of another school; so it is remembered here, and noted for all plans at once every few batches.
 *
 * <p>What is forgotten here before it is written, as in a crash, shows when the next seat of the plan is taken.
 */
final class SeatNotes {
    /** So few that after a crash the seats of these batches are searched through in no time. That is half a second under full load. */
    static final int BATCHES_UNTIL_NOTED = 10;

    private Map<String, Integer> kept = new HashMap<>();

    /** Handed out the last time, and perhaps not written yet. */
    private Map<String, Integer> handedOut = Map.of();

    private int batches;

    /** What is known of these plans beyond their own notes, by sale. */
    synchronized Map<String, Integer> of(Collection<String> saleIds) {
        Map<String, Integer> known = new HashMap<>();
        for (String saleId : saleIds) {
            int taken = Math.max(kept.getOrDefault(saleId, 0), handedOut.getOrDefault(saleId, 0));
            if (taken > 0) {
                known.put(saleId, taken);
            }
        }
        return known;
    }

    /** Remembers how many seats are taken of the plans of one batch, by sale; none where their own notes say so. */
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

    /** All that is remembered, to be noted at once; {@link #clear} then. */
    synchronized Map<String, Integer> all() {
        Map<String, Integer> all = new HashMap<>(handedOut);
        kept.forEach((saleId, number) -> all.merge(saleId, number, Math::max));
        return all;
    }

    /** Forgets all, since it is written. */
    synchronized void clear() {
        kept.clear();
        handedOut = Map.of();
        batches = 0;
    }
}
