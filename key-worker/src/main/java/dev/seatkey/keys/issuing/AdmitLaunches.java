package dev.seatkey.keys.issuing;

import dev.seatkey.keys.plans.Plans;
import dev.seatkey.messaging.LostRace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a ruling on every launch of a batch, and takes a seat for every learner who is covered and has none. Only then is it
 * certain what the answers are: seats are what others compete for, and until one is taken its number is a guess.
 *
 * <p>Who loses the race for a seat takes the next one, without anything else of the batch being done again: consumers that
 * serve the same plans would else hold each other up. Done again after a crash, it finds what was kept.
 */
final class AdmitLaunches {
    private final RuleOnLaunches ruleOnLaunches = new RuleOnLaunches();
    private final Plans plans;
    private final Seats seats;
    private final Answers answers;

    AdmitLaunches(Plans plans, Seats seats, Answers answers) {
        this.plans = plans;
        this.seats = seats;
        this.answers = answers;
    }

    /** What {@link #admit} comes to if nobody else is about. Keeps nothing. */
    Forecast forecast(Books found) {
        List<Admission> admissions = new ArrayList<>();
        Books books = found;
        Admission admission;
        do {
            admission = ruleOnLaunches.rule(books);
            admissions.add(admission);
            books = books.after(admission.rulings(), admission.seats());
        } while (!admission.isLast());
        return new Forecast(admissions, books);
    }

    /**
     * Rulings come first: nobody takes a seat for a launch on which something else was ruled, so that whoever gets the
     * launch's record committed has told all that it brought about.
     *
     * <p>Comes to an end, however many others there are: in each round seats are taken, here or by others, and a plan has only
     * so many.
     *
     * @param forecast of what is found
     * @return the very books of the forecast, if nobody else was about
     * @throws LostRace if somebody else ruled on one of the launches meanwhile, or seats are refused that nobody is seen to hold
     */
    Books admit(Books found, Forecast forecast) {
        Forecast next = forecast;
        Books refused = carryOut(found, next);
        while (refused != null) {
            next = forecast(refused);
            refused = carryOut(refused, next);
        }
        return next.books();
    }

    /** @return what is known when a seat was refused; null if none was */
    private @Nullable Books carryOut(Books found, Forecast forecast) {
        Books books = found;
        for (Admission admission : forecast.admissions()) {
            answers.keep(admission.rulings());
            List<Seat> taken = seats.take(admission.seats());
            if (taken.size() < admission.seats().size()) {
                books = books.after(admission.rulings(), taken);
                Books now = lookedAgain(books, admission.seats());
                if (taken.isEmpty() && now.equals(books)) {
                    throw new LostRace("the next seats are refused, and nobody is seen to hold them");
                }
                return now;
            }
            if (!admission.isLast()) {
                books = books.after(admission.rulings(), taken);
            }
        }
        return null;
    }

    /** Numbers come before holders: where all seats are seen as taken, a learner who holds one of them is seen, too. */
    private Books lookedAgain(Books books, List<Seat> wanted) {
        Map<String, Integer> known = wanted.stream()
                .filter(seat -> !books.seats().containsKey(seat.claim()))
                .map(Seat::saleId)
                .collect(Collectors.toMap(saleId -> saleId, books::seatsTaken, Math::max));
        Map<String, Integer> taken = takenBeyond(known);
        Set<UUID> claims = books.options()
                .filter(option -> known.containsKey(option.plan().saleId()))
                .map(Case.Option::claim)
                .filter(claim -> !books.seats().containsKey(claim))
                .collect(Collectors.toSet());
        return books.with(seats.ofClaims(claims), taken);
    }

    /**
     * Who takes seats notes it at their plans, so that mostly the notes tell why a seat was refused: that of the plan
     * which comes first. Where its note says nothing new, as after a crash, the seats do for all plans whose notes don't.
     */
    private Map<String, Integer> takenBeyond(Map<String, Integer> known) {
        Map<String, Integer> taken = new HashMap<>();
        Map<String, Integer> untold = new HashMap<>(known);
        plans.ofSales(known.keySet()).values().stream()
                .filter(plan -> plan.seatsTaken() > known.getOrDefault(plan.saleId(), 0))
                .forEach(plan -> {
                    taken.put(plan.saleId(), plan.seatsTaken());
                    untold.remove(plan.saleId());
                });
        if (untold.containsKey(Collections.min(known.keySet()))) {
            taken.putAll(seats.takenBeyond(untold));
        }
        return taken;
    }

    /**
     * What is to be kept, one after the other, and what is in the books then.
     *
     * @param admissions the last of them completes the batch
     */
    record Forecast(List<Admission> admissions, Books books) {}
}
