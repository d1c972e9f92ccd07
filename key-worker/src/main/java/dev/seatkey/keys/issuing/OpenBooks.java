package dev.seatkey.keys.issuing;

import dev.seatkey.keys.plans.Plan;
import dev.seatkey.keys.plans.Plans;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads what the store holds about a batch of launches. */
final class OpenBooks {
    private final Plans plans;
    private final Seats seats;
    private final Keys keys;
    private final Answers answers;

    OpenBooks(Plans plans, Seats seats, Keys keys, Answers answers) {
        this.plans = plans;
        this.seats = seats;
        this.keys = keys;
        this.answers = answers;
    }

    /**
     * The order of the reads matters, since others write meanwhile. Numbers of seats come before their holders: where all
     * seats are seen as taken, a learner who holds one of them is seen, too.
     */
    Books.Stored about(List<Launch> launches) {
        Map<UUID, AnsweredLaunch> answered = answers.ofLaunches(ids(launches));
        List<Case> cases = cases(launches);
        Map<String, Integer> seatsTaken = seats.takenAtLeast(plansOf(cases));
        Map<UUID, Seat> taken = seats.ofClaims(claims(cases));
        Map<UUID, TestKey> issued = keys.ofIds(keyIds(cases, taken));
        return new Books.Stored(cases, answered, taken, issued, seatsTaken);
    }

    private static Set<UUID> ids(List<Launch> launches) {
        return launches.stream().map(Launch::id).collect(Collectors.toSet());
    }

    private List<Case> cases(List<Launch> launches) {
        Set<String> organizations =
                launches.stream().map(Launch::organizationId).collect(Collectors.toSet());
        Map<String, List<Plan>> byOrganization = plans.ofOrganizations(organizations).stream()
                .collect(Collectors.groupingBy(plan -> plan.sold().organizationId()));
        return launches.stream()
                .map(launch -> Case.of(launch, byOrganization.getOrDefault(launch.organizationId(), List.of())))
                .toList();
    }

    private static Collection<Plan> plansOf(List<Case> cases) {
        return cases.stream()
                .flatMap(each -> each.options().stream())
                .map(Case.Option::plan)
                .collect(Collectors.toMap(Plan::saleId, plan -> plan, (one, same) -> one))
                .values();
    }

    private static Set<UUID> claims(List<Case> cases) {
        return cases.stream()
                .flatMap(each -> each.options().stream())
                .map(Case.Option::claim)
                .collect(Collectors.toSet());
    }

    /** A key is stored after its seat: where there is no seat, there is no key. */
    private static Set<UUID> keyIds(List<Case> cases, Map<UUID, Seat> taken) {
        return cases.stream()
                .flatMap(each -> each.options().stream())
                .filter(option -> taken.containsKey(option.claim()))
                .map(Case.Option::keyId)
                .collect(Collectors.toSet());
    }
}
