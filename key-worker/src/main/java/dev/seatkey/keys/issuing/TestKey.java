package dev.seatkey.keys.issuing;

import dev.seatkey.messaging.Cause;
import dev.seatkey.messaging.NameBasedId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a learner may take a test with. Immutable: each step of its life gives a new one.
 *
 * @param id follows from plan, learner and test: there is one key for them (K4)
 * @param terms its terms so far, from number 1 on, each starting where the one before ends
 * @param closing why it can no longer be used; null while it can
 */
public record TestKey(
        UUID id,
        KeyCode code,
        KeyHolder holder,
        String testId,
        Timetable timetable,
        List<Term> terms,
        @Nullable Closing closing) {
    public TestKey {
        terms = List.copyOf(terms);
    }

    /** The id of the key for a learner and a test under a plan. */
    public static UUID idOf(String saleId, Learner learner, String testId) {
        return NameBasedId.of(saleId, learner.issuer(), learner.subject(), testId);
    }

    /** A new key, whose first term begins now. */
    static TestKey issued(UUID id, KeyCode code, KeyHolder holder, String testId, Timetable timetable, Cause cause) {
        Term first = new Term(1, timetable.start(), timetable.endOf(1), cause);
        return new TestKey(id, code, holder, testId, timetable, List.of(first), null);
    }

    /** With every term that has begun by then: none left out, none that would begin at or after the plan's end (K7). */
    public TestKey renewedUntil(Instant time, Cause cause) {
        if (!isToBeRenewedAt(lastTerm(), time)) {
            return this;
        }
        List<Term> longer = new ArrayList<>(terms);
        for (Term last = lastTerm(); isToBeRenewedAt(last, time); ) {
            int next = last.number() + 1;
            last = new Term(next, last.to(), timetable.endOf(next), cause);
            longer.add(last);
        }
        return new TestKey(id, code, holder, testId, timetable, longer, closing);
    }

    private boolean isToBeRenewedAt(Term last, Instant time) {
        return !last.to().isAfter(time) && last.to().isBefore(timetable.planTo());
    }

    /** Renewed as far as the plan reaches, and closed if the plan has ended by then (K8). */
    public TestKey caughtUpWith(Instant time, Cause cause) {
        TestKey renewed = renewedUntil(time, cause);
        if (closing != null || time.isBefore(timetable.planTo())) {
            return renewed;
        }
        Closing planEnded = new Closing(Closing.Reason.PLAN_ENDED, timetable.planTo(), cause);
        return new TestKey(id, code, holder, testId, timetable, renewed.terms, planEnded);
    }

    /** The term that runs at this instant. Where the key is younger than that, its first one. */
    public Term termAt(Instant time) {
        Term found = terms.get(0);
        for (Term term : terms) {
            if (!term.from().isAfter(time)) {
                found = term;
            }
        }
        return found;
    }

    public Term lastTerm() {
        return terms.get(terms.size() - 1);
    }

    /** Until when the key can be used in this term: the earlier of the term's and the plan's end (K8). */
    public Instant usableUntil(Term term) {
        return term.to().isBefore(timetable.planTo()) ? term.to() : timetable.planTo();
    }

    /** When there is something to do on this key next; null: never again. */
    public @Nullable Instant dueAt() {
        return closing == null ? usableUntil(lastTerm()) : null;
    }

    /** How many steps its history has: one a term, one for the closing (W1). */
    public int position() {
        return terms.size() + (closing == null ? 0 : 1);
    }
}
