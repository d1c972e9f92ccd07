package dev.seatkey.keys.issuing;

import dev.seatkey.keys.plans.Plan;
import dev.seatkey.keys.working.Changes;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What the store holds about a batch of launches, as far as it is known.
 *
 * @param cases the launches, in their order
 * @param answers what was ruled on them, by launch
 * @param seats by claim
 * @param seatsTaken how many seats are taken, by sale: at times less than the truth, never more
 */
record Books(
        List<Case> cases, Map<UUID, AnsweredLaunch> answers, Map<UUID, Seat> seats, Map<String, Integer> seatsTaken) {

    /** How many seats of a plan are taken, as far as is known. */
    int seatsTaken(String saleId) {
        return seatsTaken.getOrDefault(saleId, 0);
    }

    /** The plans that cover any of the launches. */
    Collection<Plan> plans() {
        return cases.stream()
                .flatMap(each -> each.options().stream())
                .map(Case.Option::plan)
                .collect(Collectors.toMap(Plan::saleId, plan -> plan, (one, same) -> one))
                .values();
    }

    /** After these rulings were kept and these seats taken. */
    Books after(Changes<AnsweredLaunch> rulings, List<Seat> taken) {
        Map<UUID, AnsweredLaunch> nowAnswered = new HashMap<>(answers);
        rulings.added().forEach(each -> nowAnswered.put(each.launch().id(), each));
        rulings.changed().forEach(each -> nowAnswered.put(each.after().launch().id(), each.after()));
        Map<UUID, Seat> nowSeated = new HashMap<>(seats);
        Map<String, Integer> nowTaken = new HashMap<>(seatsTaken);
        taken.forEach(seat -> {
            nowSeated.put(seat.claim(), seat);
            nowTaken.merge(seat.saleId(), seat.number(), Math::max);
        });
        return new Books(cases, nowAnswered, nowSeated, nowTaken);
    }

    /** With what others have taken meanwhile. */
    Books with(Map<UUID, Seat> found, Map<String, Integer> taken) {
        Map<UUID, Seat> nowSeated = new HashMap<>(seats);
        nowSeated.putAll(found);
        Map<String, Integer> nowTaken = new HashMap<>(seatsTaken);
        taken.forEach((saleId, number) -> nowTaken.merge(saleId, number, Math::max));
        return new Books(cases, answers, nowSeated, nowTaken);
    }

    /** The plans whose own note of the seats taken is too low, with what is known now; by sale id. */
    Map<String, Integer> newNotes() {
        return plans().stream()
                .filter(plan -> seatsTaken(plan.saleId()) > plan.seatsTaken())
                .collect(Collectors.toMap(Plan::saleId, plan -> seatsTaken(plan.saleId())));
    }
}
