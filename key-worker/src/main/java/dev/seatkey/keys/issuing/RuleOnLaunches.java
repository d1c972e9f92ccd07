package dev.seatkey.keys.issuing;

import dev.seatkey.keys.plans.Plan;
import dev.seatkey.keys.working.WorkingCopy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Rules on launches, in their order: covered by a plan, or refused.
 *
 * <p>Who is not known or no learner is refused ({@code ANONYMOUS}, {@code NOT_A_LEARNER}). Among the active plans the one
 * counts in which the learner has a seat, else the one with a free seat that ends first, of which the learner takes the next
 * seat (K2, K3). Where no plan does it, {@link ExplainRefusal} says why.
 *
 * <p>A ruling stands, also where a crash kept it from being carried out: whoever handles the launch next does so. Only when
 * the store holds others in all seats of the plan, so that nobody can carry it out any more, is it revised.
 */
final class RuleOnLaunches {
    private final ExplainRefusal explainRefusal = new ExplainRefusal();

    /**
     * What is to be kept; where some of it was kept already, what is left. Where the last seats of a plan are still to be taken,
     * nothing is ruled on the launches after them: nobody may be refused for a seat that a crash leaves free.
     */
    Admission rule(Books books) {
        Draft draft = new Draft(books);
        Set<UUID> ruled = new HashSet<>();
        for (Case each : books.cases()) {
            AnsweredLaunch known = draft.rulings.get(each.launch().id());
            boolean reused = known != null && !known.launch().asksTheSameAs(each.launch());
            if (!reused && ruled.add(each.launch().id())) {
                rule(each, known, draft);
            }
        }
        return draft.admission();
    }

    private void rule(Case each, @Nullable AnsweredLaunch known, Draft draft) {
        if (known == null) {
            rule(each, draft);
        } else if (known.ruling() instanceof Ruling.CoveredBy covered) {
            Case.Option option = each.option(covered);
            if (draft.canSeat(option)) {
                draft.seat(each, option);
            } else if (draft.isFullForGood(option.plan())) {
                rule(each, draft);
            } else {
                draft.postponed = true;
            }
        }
    }

    private void rule(Case each, Draft draft) {
        Launch launch = each.asked();
        if (launch.learner() == null) {
            draft.keep(each, Answer.Refused.because(Refusal.ANONYMOUS));
            return;
        }
        if (!launch.learnerRole()) {
            draft.keep(each, Answer.Refused.because(Refusal.NOT_A_LEARNER));
            return;
        }
        Case.Option chosen = choose(each, draft);
        if (chosen != null) {
            draft.keep(each, new Ruling.CoveredBy(chosen.plan().saleId()));
            draft.seat(each, chosen);
        } else if (each.options().stream().allMatch(option -> draft.isFullForGood(option.plan()))) {
            draft.keep(each, explainRefusal.refusalOf(each));
        } else {
            draft.postponed = true;
        }
    }

    private static Case.@Nullable Option choose(Case each, Draft draft) {
        Case.Option free = null;
        for (Case.Option option : each.options()) {
            if (draft.hasSeat(option)) {
                return option;
            }
            if (free == null && draft.canSeat(option)) {
                free = option;
            }
        }
        return free;
    }

    /** Rulings and seats as they stand while the launches are gone through. */
    private static final class Draft {
        private final Books books;
        private final WorkingCopy<UUID, AnsweredLaunch> rulings;
        private final Map<String, Integer> highest = new HashMap<>();
        private final Set<UUID> claims = new HashSet<>();
        private final List<Seat> seats = new ArrayList<>();

        /** Whether a launch hangs on seats that are still to be taken. */
        private boolean postponed;

        Draft(Books books) {
            this.books = books;
            this.rulings = new WorkingCopy<>(books.answers());
        }

        void keep(Case each, Ruling ruling) {
            rulings.put(each.launch().id(), new AnsweredLaunch(each.asked(), ruling));
        }

        boolean hasSeat(Case.Option option) {
            return books.seats().containsKey(option.claim()) || claims.contains(option.claim());
        }

        /** Whether the learner has a seat of the plan, or one is free. */
        boolean canSeat(Case.Option option) {
            Plan plan = option.plan();
            return hasSeat(option) || highest(plan.saleId()) < plan.sold().seats();
        }

        /** Whether the store holds all seats of the plan. What is still to be taken does not count. */
        boolean isFullForGood(Plan plan) {
            return books.seatsTaken(plan.saleId()) >= plan.sold().seats();
        }

        /** Gives the learner the next seat of the plan, in the order of the numbers and without gaps (K3). */
        void seat(Case each, Case.Option option) {
            if (!hasSeat(option)) {
                String saleId = option.plan().saleId();
                Launch launch = each.asked();
                int number = highest(saleId) + 1;
                highest.put(saleId, number);
                claims.add(option.claim());
                seats.add(new Seat(
                        option.claim(), saleId, number, Objects.requireNonNull(launch.learner()), launch.cause()));
            }
        }

        private int highest(String saleId) {
            return highest.getOrDefault(saleId, books.seatsTaken(saleId));
        }

        Admission admission() {
            return new Admission(rulings.changes(), List.copyOf(seats), !postponed);
        }
    }
}
