package dev.seatkey.keys.issuing;

import dev.seatkey.keys.plans.Plan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A launch with what may matter for it.
 *
 * @param known what was ruled on it before, if anything
 * @param plans plans of the learner's organization, as far as they tell why none covers it
 * @param options those of them that cover it: active when it happened, and for its distribution; the one that ends first at
 *     the front. The others cannot have given it anything, now or when it was handled before
 */
public record Case(Launch launch, @Nullable AnsweredLaunch known, List<Plan> plans, List<Option> options) {
    private static final Comparator<Option> ENDING_FIRST = Comparator.comparing(
                    (Option option) -> option.plan().sold().to())
            .thenComparing(option -> option.plan().saleId());

    /** A launch in the light of its organization's plans. */
    static Case of(Launch launch, @Nullable AnsweredLaunch known, List<Plan> plans) {
        Launch asked = known == null ? launch : known.launch();
        Learner learner = asked.learner();
        if (learner == null || known != null && known.ruling() instanceof Answer.Refused) {
            return new Case(launch, known, plans, List.of());
        }
        List<Option> options = new ArrayList<>(1);
        for (Plan plan : plans) {
            if (plan.sold().distributionId().equals(asked.distributionId()) && plan.isActiveAt(asked.at())) {
                options.add(Option.of(plan, learner, asked.testId()));
            }
        }
        options.sort(ENDING_FIRST);
        return new Case(launch, known, plans, List.copyOf(options));
    }

    /** The launch that the answer is to: the first of those that were sent under its id. */
    Launch asked() {
        return known == null ? launch : known.launch();
    }

    /** The plan that was ruled to cover it. */
    Option option(Ruling.CoveredBy covered) {
        for (Option option : options) {
            if (option.plan().saleId().equals(covered.saleId())) {
                return option;
            }
        }
        throw new NoSuchElementException("no plan of " + covered.saleId() + " covers the launch");
    }

    /** Whether it is to be refused for want of a plan, unless a plan turns up. */
    boolean lacksAPlan() {
        return known == null && launch.learner() != null && launch.learnerRole() && options.isEmpty();
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
