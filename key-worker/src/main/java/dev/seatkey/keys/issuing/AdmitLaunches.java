package dev.seatkey.keys.issuing;

import dev.seatkey.messaging.LostRace;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

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
    private final Answers answers;

    AdmitLaunches(Seats seats, Answers answers) {
        this.seats = seats;
        this.answers = answers;
    }

    /**
     * Rulings come first: nobody takes a seat for a launch on which something else was ruled, so that whoever gets the
     * launch's record committed has told all that it brought about.
     *
     * <p>Comes to an end, however many others there are: in each round seats are taken, here or by others, and a plan has only
     * so many.
     *
     * @throws LostRace if somebody else ruled on one of the launches meanwhile, or seats are refused that nobody is seen to hold
     */
    Books admit(Books found) {
        Books books = found;
        Admission admission = ruleOnLaunches.rule(books);
        while (!admission.isComplete()) {
            answers.keep(admission.rulings());
            List<Seat> taken = seats.take(admission.seats());
            books = books.after(admission.rulings(), taken);
            if (taken.size() < admission.seats().size()) {
                Books now = lookedAgain(books, admission.seats());
                if (taken.isEmpty() && now.equals(books)) {
                    throw new LostRace("the next seats are refused, and nobody is seen to hold them");
                }
                books = now;
            }
            admission = ruleOnLaunches.rule(books);
        }
        return books;
    }

    /** What {@link #admit} comes to if nobody else is about. Keeps nothing. */
    Books expected(Books found) {
        Books books = found;
        Admission admission = ruleOnLaunches.rule(books);
        while (!admission.isComplete()) {
            books = books.after(admission.rulings(), admission.seats());
            admission = ruleOnLaunches.rule(books);
        }
        return books;
    }

    /** Numbers come before holders: where all seats are seen as taken, a learner who holds one of them is seen, too. */
    private Books lookedAgain(Books books, List<Seat> wanted) {
        Map<String, Integer> known = wanted.stream()
                .filter(seat -> !books.seats().containsKey(seat.claim()))
                .map(Seat::saleId)
                .collect(Collectors.toMap(saleId -> saleId, books::seatsTaken, Math::max));
        Map<String, Integer> taken = seats.takenBeyond(known);
        Set<UUID> claims = books.options()
                .filter(option -> known.containsKey(option.plan().saleId()))
                .map(Case.Option::claim)
                .filter(claim -> !books.seats().containsKey(claim))
                .collect(Collectors.toSet());
        return books.with(seats.ofClaims(claims), taken);
    }
}
