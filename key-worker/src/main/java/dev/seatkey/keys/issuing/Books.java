package dev.seatkey.keys.issuing;

import dev.seatkey.keys.plans.Plan;
import dev.seatkey.keys.working.Changes;
import dev.seatkey.keys.working.WorkingCopy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Seats, keys and rulings as they stand while a batch is decided: what was stored, and what its launches added so far. */
final class Books {
    private final WorkingCopy<UUID, AnsweredLaunch> rulings;
    private final WorkingCopy<UUID, Seat> seats;
    private final WorkingCopy<UUID, TestKey> keys;
    private final Map<String, Integer> storedSeatsTaken;
    private final Map<String, Integer> seatsTaken;
    private final Map<String, Integer> notes = new HashMap<>();
    private final Map<UUID, Outcome> outcomes = new HashMap<>();
    private boolean putOff;

    Books(Stored stored) {
        this.rulings = new WorkingCopy<>(stored.answers());
        this.seats = new WorkingCopy<>(stored.seats());
        this.keys = new WorkingCopy<>(stored.keys());
        this.storedSeatsTaken = stored.seatsTaken();
        this.seatsTaken = new HashMap<>(stored.seatsTaken());
        stored.cases().forEach(each -> each.options().forEach(option -> correctNote(option.plan())));
    }

    /** A note in a plan that was found to be too low is put right, so that nobody has to find out again. */
    private void correctNote(Plan plan) {
        int taken = storedSeatsTaken.getOrDefault(plan.saleId(), 0);
        if (taken > plan.seatsTaken()) {
            notes.put(plan.saleId(), taken);
        }
    }

    /** What came of an earlier record of this launch in the batch. */
    @Nullable
    Outcome outcomeOf(Launch launch) {
        return outcomes.get(launch.id());
    }

    void note(Outcome outcome) {
        outcomes.put(outcome.launch().id(), outcome);
    }

    void keep(AnsweredLaunch ruled) {
        rulings.put(ruled.launch().id(), ruled);
    }

    @Nullable
    Seat seat(UUID claim) {
        return seats.get(claim);
    }

    /** Whether the learner has a seat of the plan, or one is free. */
    boolean canSeat(Case.Option option) {
        Plan plan = option.plan();
        return seat(option.claim()) != null
                || seatsTaken(plan.saleId()) < plan.sold().seats();
    }

    /**
     * Whether the store holds all seats of the plan. What this batch takes does not count before it is written: nobody may be
     * refused for a seat that a crash leaves free.
     */
    boolean isFullForGood(Plan plan) {
        return storedSeatsTaken.getOrDefault(plan.saleId(), 0) >= plan.sold().seats();
    }

    /** A launch's answer hangs on this batch's seats, which have to be written first. */
    void putOff() {
        putOff = true;
    }

    /** The next seat of the plan, in the order of their numbers and without gaps (K3). */
    Seat takeSeat(Case.Option option, Learner learner, Launch launch) {
        String saleId = option.plan().saleId();
        int number = seatsTaken(saleId) + 1;
        Seat seat = new Seat(option.claim(), saleId, number, learner, launch.cause());
        seatsTaken.put(saleId, number);
        notes.put(saleId, number);
        seats.put(seat.claim(), seat);
        return seat;
    }

    private int seatsTaken(String saleId) {
        return seatsTaken.getOrDefault(saleId, 0);
    }

    @Nullable
    TestKey key(UUID keyId) {
        return keys.get(keyId);
    }

    void keep(TestKey key) {
        keys.put(key.id(), key);
    }

    /** What is to be written. */
    Written toWrite() {
        return new Written(rulings.changes(), seats.changes().added(), keys.changes(), notes, putOff);
    }

    /**
     * What the store holds about a batch of launches.
     *
     * @param cases the launches, in their order
     * @param seatsTaken number of seats taken, by sale
     */
    record Stored(
            List<Case> cases,
            Map<UUID, AnsweredLaunch> answers,
            Map<UUID, Seat> seats,
            Map<UUID, TestKey> keys,
            Map<String, Integer> seatsTaken) {}

    /**
     * What a batch of launches adds to the store.
     *
     * @param seatsTaken the number of seats taken, for each sale whose note says less
     * @param putOff whether the batch must be decided once more, after this is written
     */
    record Written(
            Changes<AnsweredLaunch> rulings,
            List<Seat> seats,
            Changes<TestKey> keys,
            Map<String, Integer> seatsTaken,
            boolean putOff) {}
}
