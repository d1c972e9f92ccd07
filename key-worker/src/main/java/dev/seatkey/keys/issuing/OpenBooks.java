package dev.seatkey.keys.issuing;

import dev.seatkey.keys.plans.FollowedSales;
import dev.seatkey.keys.plans.Plan;
import dev.seatkey.keys.plans.Plans;
import dev.seatkey.messaging.LostRace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads what the store holds about a batch of launches. */
final class OpenBooks {
    private final FollowedSales sales;
    private final Plans plans;
    private final Seats seats;
    private final Answers answers;
    private final SeatNotes seatNotes;

    OpenBooks(FollowedSales sales, Plans plans, Seats seats, Answers answers, SeatNotes seatNotes) {
        this.sales = sales;
        this.plans = plans;
        this.seats = seats;
        this.answers = answers;
        this.seatNotes = seatNotes;
    }

    /**
     * The order of the reads matters, since others write meanwhile. Numbers of seats come before their holders: where all
     * seats are seen as taken, a learner who holds one of them is seen, too.
     *
     * @param answered what was ruled on them before, by launch; none where that is not looked up yet
     * @throws LostRace if it matters and was not looked up
     */
    Books about(List<Launch> launches, Map<UUID, AnsweredLaunch> answered) {
        List<Case> cases = cases(launches, answered);
        Map<String, Integer> seatsTaken = knownFor(cases);
        return new Books(cases, answered, seats.ofClaims(claims(cases)), seatsTaken);
    }

    /**
     * The numbers that the plans note, or that are still to be noted there. They follow the seats: most of the time they are right,
     * and when they are not they are too low, which shows when the next seat is taken.
     */
    private Map<String, Integer> knownFor(List<Case> cases) {
        Map<String, Integer> noted = Books.options(cases)
                .map(Case.Option::plan)
                .collect(Collectors.toMap(Plan::saleId, Plan::seatsTaken, Math::max));
        noted.replaceAll((saleId, number) -> Math.max(number, seatNotes.of(saleId)));
        return noted;
    }

    /**
     * Where a launch would be refused for want of a plan, it waits until the sales are read, and looks again: once for the
     * whole batch, whoever sends such launches.
     */
    private List<Case> cases(List<Launch> launches, Map<UUID, AnsweredLaunch> answered) {
        Instant earliest = launches.stream()
                .map(launch -> asked(launch, answered).at())
                .min(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        Set<String> organizations =
                launches.stream().map(Launch::organizationId).collect(Collectors.toSet());
        List<Case> cases = cases(launches, answered, plans.endingAfter(earliest, organizations));
        Set<String> lacking = cases.stream()
                .filter(Case::lacksAPlan)
                .map(each -> each.launch().organizationId())
                .collect(Collectors.toSet());
        if (lacking.isEmpty()) {
            return cases;
        }
        if (answered.isEmpty() && wasRuledOnOneOf(cases)) {
            throw new LostRace("a launch that lacks a plan was ruled on before");
        }
        sales.upToNow();
        List<Plan> found = new ArrayList<>(plans.endingAfter(earliest, organizations));
        found.addAll(plans.lastEndingBy(earliest, lacking));
        return cases(launches, answered, found);
    }

    /** Nobody waits for the sales where the answer is known. */
    private boolean wasRuledOnOneOf(List<Case> cases) {
        Set<UUID> ids = cases.stream()
                .filter(Case::lacksAPlan)
                .map(each -> each.launch().id())
                .collect(Collectors.toSet());
        return !answers.ofLaunches(ids).isEmpty();
    }

    private static Launch asked(Launch launch, Map<UUID, AnsweredLaunch> answered) {
        AnsweredLaunch known = answered.get(launch.id());
        return known == null ? launch : known.launch();
    }

    private static List<Case> cases(List<Launch> launches, Map<UUID, AnsweredLaunch> answered, List<Plan> found) {
        Map<String, List<Plan>> byOrganization =
                found.stream().collect(Collectors.groupingBy(plan -> plan.sold().organizationId()));
        return launches.stream()
                .map(launch -> Case.of(
                        launch,
                        answered.get(launch.id()),
                        byOrganization.getOrDefault(launch.organizationId(), List.of())))
                .toList();
    }

    private static Set<UUID> claims(List<Case> cases) {
        return Books.options(cases).map(Case.Option::claim).collect(Collectors.toSet());
    }
}
