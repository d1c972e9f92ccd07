package dev.seatkey.keys.issuing;

import dev.seatkey.keys.plans.Plan;
import dev.seatkey.keys.working.Changes;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** The plans that cover the launches, with what each would give. */
    Stream<Case.Option> options() {
        return options(cases);
    }

    /** The plans that cover these launches, with what each would give. */
    static Stream<Case.Option> options(List<Case> cases) {
        return cases.stream().mapMulti((each, options) -> each.options().forEach(options));
    }

    private Collection<Plan> plans() {
        return options()
                .map(Case.Option::plan)
                .collect(Collectors.toMap(Plan::saleId, plan -> plan, (one, same) -> one))
                .values();
    }

    /** After these rulings were kept and these seats taken. */
    Books after(Changes<AnsweredLaunch> rulings, List<Seat> taken) {
        if (rulings.added().isEmpty() && rulings.changed().isEmpty() && taken.isEmpty()) {
            return this;
        }
        Map<UUID, AnsweredLaunch> nowAnswered = new HashMap<>(2 * cases.size());
        nowAnswered.putAll(answers);
        rulings.added().forEach(each -> nowAnswered.put(each.launch().id(), each));
        rulings.changed().forEach(each -> nowAnswered.put(each.after().launch().id(), each.after()));
        Map<UUID, Seat> byClaim = taken.stream().collect(Collectors.toMap(Seat::claim, seat -> seat));
        Map<String, Integer> highest = taken.stream().collect(Collectors.toMap(Seat::saleId, Seat::number, Math::max));
        return new Books(cases, nowAnswered, seats, seatsTaken).with(byClaim, highest);
    }

    /** With these seats, and with so many taken as is known by them. */
    Books with(Map<UUID, Seat> found, Map<String, Integer> taken) {
        Map<UUID, Seat> nowSeated = new HashMap<>(2 * cases.size());
        nowSeated.putAll(seats);
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
