package dev.seatkey.keys.issuing;

import dev.seatkey.keys.plans.Plan;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * A launch with the plans that may matter for it.
 *
 * @param plans all plans of the learner's organization
 * @param options those of them that cover it: active when it happened, and for its distribution; the one that ends first at
 *     the front. The others cannot have given it anything, now or when it was handled before
 */
public record Case(Launch launch, List<Plan> plans, List<Option> options) {
    private static final Comparator<Plan> ENDING_FIRST =
            Comparator.comparing((Plan plan) -> plan.sold().to()).thenComparing(Plan::saleId);

    /** A launch in the light of its organization's plans. */
    static Case of(Launch launch, List<Plan> plans) {
        Learner learner = launch.learner();
        if (learner == null) {
            return new Case(launch, plans, List.of());
        }
        List<Option> options = plans.stream()
                .filter(plan ->
                        plan.sold().distributionId().equals(launch.distributionId()) && plan.isActiveAt(launch.at()))
                .sorted(ENDING_FIRST)
                .map(plan -> Option.of(plan, learner, launch.testId()))
                .toList();
        return new Case(launch, plans, options);
    }

    /**
     * A plan that covers a launch.
     *
     * @param claim the learner's claim to a seat of it
     * @param keyId the learner's key for the test under it
     */
    record Option(Plan plan, UUID claim, UUID keyId) {
        static Option of(Plan plan, Learner learner, String testId) {
            return new Option(plan, Seat.claimOf(plan.saleId(), learner), TestKey.idOf(plan.saleId(), learner, testId));
        }
    }
}
