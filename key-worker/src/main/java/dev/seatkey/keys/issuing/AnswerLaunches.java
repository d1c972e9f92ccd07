package dev.seatkey.keys.issuing;

import dev.seatkey.keys.plans.Plan;
import dev.seatkey.keys.working.WorkingCopy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Answers launches that were ruled on: with the learner's key for the test, or with a reason.
 *
 * <p>The learner's one key for the test under the plan is generated, renewed as far as it ran out, or given as it is (K4,
 * K7). A launch that was answered before gets the same answer; its id under which something else is asked is refused ({@code
 * LAUNCH_ID_REUSED}).
 */
final class AnswerLaunches {
    private final KeyCodes codes;

    AnswerLaunches(KeyCodes codes) {
        this.codes = codes;
    }

    /** The answers, in the order of the launches. New and renewed keys are put among the others. */
    List<Outcome> answer(Books books, WorkingCopy<UUID, TestKey> keys) {
        List<Outcome> outcomes = new ArrayList<>(books.cases().size());
        Map<UUID, Outcome> known = new HashMap<>();
        for (Case each : books.cases()) {
            Launch launch = each.launch();
            AnsweredLaunch answered = Objects.requireNonNull(books.answers().get(launch.id()));
            if (answered.launch().asksTheSameAs(launch)) {
                Outcome earlier = known.get(launch.id());
                Outcome outcome = earlier == null ? carryOut(each, answered, books, keys) : earlier.forRecordOf(launch);
                known.put(launch.id(), outcome);
                outcomes.add(outcome);
            } else {
                outcomes.add(Outcome.refused(launch, launch, Answer.Refused.because(Refusal.LAUNCH_ID_REUSED)));
            }
        }
        return outcomes;
    }

    private Outcome carryOut(Case each, AnsweredLaunch answered, Books books, WorkingCopy<UUID, TestKey> keys) {
        Launch launch = answered.launch();
        if (answered.ruling() instanceof Answer.Refused refused) {
            return Outcome.refused(each.launch(), launch, refused);
        }
        Case.Option option = each.option((Ruling.CoveredBy) answered.ruling());
        Seat seat = Objects.requireNonNull(books.seats().get(option.claim()));
        TestKey known = keys.get(option.keyId());
        TestKey key = known == null ? issue(launch, seat, option) : known.renewedUntil(launch.at(), launch.cause());
        keys.put(key.id(), key);
        return Outcome.granted(
                each.launch(),
                launch,
                new Outcome.Holding(seat, option.plan().sold().seats(), key));
    }

    private TestKey issue(Launch launch, Seat seat, Case.Option chosen) {
        Plan plan = chosen.plan();
        KeyHolder holder = new KeyHolder(plan.saleId(), seat.number(), launch.organizationId(), seat.learner());
        Timetable timetable = Timetable.under(plan.sold(), launch.at());
        KeyCode code = codes.codeFor(chosen.keyId());
        return TestKey.issued(chosen.keyId(), code, holder, launch.testId(), timetable, launch.cause());
    }
}
