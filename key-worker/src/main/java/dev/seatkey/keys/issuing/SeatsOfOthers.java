package dev.seatkey.keys.issuing;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.seatkey.keys.plans.Plan;
import dev.seatkey.keys.plans.Plans;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Looks up which seats others took since the books were read.
 *
 * <p>Numbers tell nearly all of it, and plan by plan. Who holds the seats is asked for only where it matters, since those are as
 * many questions as launches; and after the numbers: where all seats are seen as taken, a learner who holds one of them is seen, too.
 */
final class SeatsOfOthers {
    private final Plans plans;
    private final Seats seats;

    SeatsOfOthers(Plans plans, Seats seats) {
        this.plans = plans;
        this.seats = seats;
    }

    /** With what others have told by now of the plans of which seats are wanted; the very same books if that is nothing new. */
    Books told(Books books, List<Seat> wanted) {
        Map<String, Integer> noted = notedBeyond(known(books, wanted));
        return noted.isEmpty() ? books : withHolders(books, noted, Set.of());
    }

    /** With what tells why one of the wanted seats was refused, if anything does. */
    Books afterRefusal(Books books, List<Seat> wanted) {
        List<Seat> left = wanted.stream()
                .filter(seat -> !books.seats().containsKey(seat.claim()))
                .toList();
        Map<String, Integer> known = known(books, left);
        // Seats are taken plan by plan, in the order of the sale ids: the first of which some are left was refused one.
        String refused = Collections.min(known.keySet());
        Map<String, Integer> taken = notedBeyond(known);
        if (!taken.containsKey(refused)) {
            // As after a crash that kept seats from being noted.
            Map<String, Integer> untold = new HashMap<>(known);
            untold.keySet().removeAll(taken.keySet());
            taken.putAll(seats.takenBeyond(untold));
        }
        boolean numberTellsWhy = taken.containsKey(refused);
        return withHolders(books, taken, numberTellsWhy ? Set.of() : known.keySet());
    }

    private static Map<String, Integer> known(Books books, List<Seat> wanted) {
        return wanted.stream().map(Seat::saleId).collect(toMap(saleId -> saleId, books::seatsTaken, Math::max));
    }

    /** How many seats are taken by the notes of the plans, for those of which that is more than is known. */
    private Map<String, Integer> notedBeyond(Map<String, Integer> known) {
        Map<String, Integer> noted = new HashMap<>(plans.seatsTaken(known.keySet()));
        noted.entrySet().removeIf(plan -> plan.getValue() <= known.getOrDefault(plan.getKey(), 0));
        return noted;
    }

    /** With these numbers, and with who holds seats of these plans and of those that the batch may fill. */
    private Books withHolders(Books books, Map<String, Integer> taken, Set<String> saleIds) {
        Map<String, Long> wanting =
                unseated(books).collect(groupingBy(option -> option.plan().saleId(), counting()));
        Set<UUID> claims = unseated(books)
                .filter(option -> saleIds.contains(option.plan().saleId()) || mayFill(option.plan(), taken, wanting))
                .map(Case.Option::claim)
                .collect(toSet());
        return books.with(seats.ofClaims(claims), taken);
    }

    private static Stream<Case.Option> unseated(Books books) {
        return books.options().filter(option -> !books.seats().containsKey(option.claim()));
    }

    /**
     * Whether somebody of the batch may go without a seat, or just not. What the batch itself takes adds nothing to that: each
     * seat is one more taken, and at least one wanted less.
     */
    private static boolean mayFill(Plan plan, Map<String, Integer> taken, Map<String, Long> wanting) {
        Integer number = taken.get(plan.saleId());
        return number != null
                && number + wanting.getOrDefault(plan.saleId(), 0L)
                        >= plan.sold().seats();
    }
}
