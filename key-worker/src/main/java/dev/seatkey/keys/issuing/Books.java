package dev.seatkey.keys.issuing;

import dev.seatkey.keys.plans.Plan;
import dev.seatkey.keys.working.Changes;
import dev.seatkey.keys.working.WorkingCopy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Seats, keys and answers as they stand while a batch is decided: what was stored, and what its launches added so far. */
final class Books {
    private final WorkingCopy<UUID, AnsweredLaunch> answers;
    private final WorkingCopy<UUID, Seat> seats;
    private final WorkingCopy<UUID, TestKey> keys;
    private final Map<String, Integer> seatsTaken;

    Books(Stored stored) {
        this.answers = new WorkingCopy<>(stored.answers());
        this.seats = new WorkingCopy<>(stored.seats());
        this.keys = new WorkingCopy<>(stored.keys());
        this.seatsTaken = new HashMap<>(stored.seatsTaken());
    }

    @Nullable
    AnsweredLaunch answerTo(Launch launch) {
        return answers.get(launch.id());
    }

    void note(AnsweredLaunch answered) {
        answers.put(answered.launch().id(), answered);
    }

    @Nullable
    Seat seat(UUID claim) {
        return seats.get(claim);
    }

    boolean hasFreeSeat(Plan plan) {
        return seatsTaken(plan.saleId()) < plan.sold().seats();
    }

    /** The next seat of the plan, in the order of their numbers and without gaps (K3). */
    Seat takeSeat(Case.Option option, Learner learner, Launch launch) {
        String saleId = option.plan().saleId();
        int number = seatsTaken(saleId) + 1;
        Seat seat = new Seat(option.claim(), saleId, number, learner, launch.cause());
        seatsTaken.put(saleId, number);
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
        List<Seat> taken = seats.changes().added();
        Map<String, Integer> highest = new HashMap<>();
        taken.forEach(seat -> highest.merge(seat.saleId(), seat.number(), Math::max));
        return new Written(taken, keys.changes(), answers.changes().added(), highest);
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
     * @param seatsTaken the new number of seats taken, for each sale of which some were
     */
    record Written(
            List<Seat> seats, Changes<TestKey> keys, List<AnsweredLaunch> answers, Map<String, Integer> seatsTaken) {}
}
