package dev.seatkey.keys.issuing;

import dev.seatkey.keys.plans.Plan;
import dev.seatkey.keys.plans.PlanState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Says why no plan gives a key for a launch, with the facts of the plan that tells most (K5). */
final class ExplainRefusal {
    private static final Comparator<Plan> BY_START =
            Comparator.comparing((Plan plan) -> plan.sold().from());
    private static final Comparator<Plan> BY_END =
            Comparator.comparing((Plan plan) -> plan.sold().to());

    /** The reason. The nearer a plan comes to covering the launch, the sooner it is named. */
    Answer.Refused refusalOf(Case unanswered) {
        Instant time = unanswered.asked().at();
        String distributionId = unanswered.asked().distributionId();
        List<Plan> covering = unanswered.plans().stream()
                .filter(plan -> plan.sold().distributionId().equals(distributionId))
                .toList();
        return first(covering, plan -> plan.isActiveAt(time), BY_END, Refusal.NO_SEAT_LEFT)
                .or(() -> first(covering, plan -> isAhead(plan, time), BY_START, Refusal.NOT_STARTED))
                .or(() -> first(covering, plan -> isPending(plan, time), BY_START, Refusal.NOT_APPROVED))
                .or(() -> first(covering, Plan::isApproved, BY_END.reversed(), Refusal.ENDED))
                .or(() -> first(unanswered.plans(), plan -> plan.isActiveAt(time), BY_END, Refusal.NOT_COVERED))
                .orElse(Answer.Refused.because(Refusal.NO_PLAN));
    }

    private static boolean isAhead(Plan plan, Instant time) {
        return plan.isApproved() && time.isBefore(plan.sold().from());
    }

    private static boolean isPending(Plan plan, Instant time) {
        return plan.state() == PlanState.PENDING && time.isBefore(plan.sold().to());
    }

    private static Optional<Answer.Refused> first(
            List<Plan> plans, Predicate<Plan> matching, Comparator<Plan> order, Refusal reason) {
        Stream<Plan> found = plans.stream().filter(matching);
        return found.min(order.thenComparing(Plan::saleId)).map(plan -> Answer.Refused.because(reason, plan.sold()));
    }
}
