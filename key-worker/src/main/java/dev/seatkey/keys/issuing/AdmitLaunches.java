package dev.seatkey.keys.issuing;

import dev.seatkey.keys.plans.Plans;
import dev.seatkey.messaging.LostRace;
import java.util.ArrayList;
import java.util.List;
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
    private final Seats seats;
    private final SeatsOfOthers seatsOfOthers;
    private final Answers answers;

    AdmitLaunches(Plans plans, Seats seats, Answers answers) {
        this.seats = seats;
        this.seatsOfOthers = new SeatsOfOthers(plans, seats);
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
     * @param othersAreNear whether others take seats of the same plans. Then it looks once more before it sends seats in vain
     * @return the very books of the forecast, if nobody else was about
     * @throws LostRace if somebody else ruled on one of the launches meanwhile, or seats are refused that nobody is seen to hold
     */
    Books admit(Books found, Forecast forecast, boolean othersAreNear) {
        Forecast next = forecast;
        Books changed = carryOut(found, next, othersAreNear);
        while (changed != null) {
            next = forecast(changed);
            changed = carryOut(changed, next, false);
        }
        return next.books();
    }

    /** @return what is known when others were seen to take seats; null if none were */
    private @Nullable Books carryOut(Books found, Forecast forecast, boolean lookFirst) {
        Books books = found;
        for (Admission admission : forecast.admissions()) {
            answers.keep(admission.rulings());
            if (lookFirst && books == found) {
                Books told = seatsOfOthers.told(books, admission.seats());
                if (told != books) {
                    return told.after(admission.rulings(), List.of());
                }
            }
            List<Seat> taken = seats.take(admission.seats());
            if (taken.size() < admission.seats().size()) {
                books = books.after(admission.rulings(), taken);
                Books now = seatsOfOthers.afterRefusal(books, admission.seats());
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

    /**
     * What is to be kept, one after the other, and what is in the books then.
     *
     * @param admissions the last of them completes the batch
     */
    record Forecast(List<Admission> admissions, Books books) {}
}
