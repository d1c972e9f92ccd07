package dev.seatkey.keys.issuing;

import dev.seatkey.keys.plans.Plan;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Answers launches: with the learner's key for the test, or with a reason.
 *
 * <p>A launch that was ruled on before gets the same answer; its id under which something else is asked is refused
 * ({@code LAUNCH_ID_REUSED}). Otherwise: who is not known or no learner is refused ({@code ANONYMOUS},
 * {@code NOT_A_LEARNER}); among the active plans the one counts in which the learner has a seat, else the one with a free
 * seat that ends first, of which the learner takes the next seat (K2, K3); and the learner's one key for the test under
 * that plan is generated, renewed as far as it ran out, or given as it is (K4, K7). Where no plan does it, {@link
 * ExplainRefusal} says why.
 *
 * <p>A ruling stands, also where a crash kept it from being carried out: whoever handles the launch next does so. Only when
 * the store holds others in all seats of the plan, so that nobody can carry it out any more, is it revised.
 */
final class AnswerLaunches {
    private final KeyCodes codes;
    private final ExplainRefusal explainRefusal = new ExplainRefusal();

    AnswerLaunches(KeyCodes codes) {
        this.codes = codes;
    }

    List<Outcome> answer(List<Case> cases, Books books) {
        return cases.stream().map(each -> answer(each, books)).toList();
    }

    private Outcome answer(Case each, Books books) {
        Launch launch = each.launch();
        Outcome earlier = books.outcomeOf(launch);
        Launch asked = earlier == null ? each.asked() : earlier.answered();
        if (!asked.asksTheSameAs(launch)) {
            return Outcome.refused(launch, launch, Answer.Refused.because(Refusal.LAUNCH_ID_REUSED));
        }
        if (earlier != null) {
            return earlier.forRecordOf(launch);
        }
        Optional<Ruling> ruling = ruling(each, books);
        if (ruling.isEmpty()) {
            books.putOff();
            return Outcome.refused(launch, asked, Answer.Refused.because(Refusal.NO_SEAT_LEFT));
        }
        Outcome outcome = carryOut(each, ruling.get(), books);
        books.note(outcome);
        return outcome;
    }

    /** What stands or is ruled now; nothing if it hangs on seats that this batch takes and that are not written yet. */
    private Optional<Ruling> ruling(Case each, Books books) {
        AnsweredLaunch known = each.known();
        if (known == null) {
            return rule(each, books);
        }
        if (!(known.ruling() instanceof Ruling.CoveredBy covered)) {
            return Optional.of(known.ruling());
        }
        Case.Option option = option(each, covered);
        if (books.canSeat(option)) {
            return Optional.of(covered);
        }
        return books.isFullForGood(option.plan()) ? rule(each, books) : Optional.empty();
    }

    private Optional<Ruling> rule(Case each, Books books) {
        Launch launch = each.asked();
        if (launch.learner() == null) {
            return Optional.of(Answer.Refused.because(Refusal.ANONYMOUS));
        }
        if (!launch.learnerRole()) {
            return Optional.of(Answer.Refused.because(Refusal.NOT_A_LEARNER));
        }
        Optional<Case.Option> chosen = choose(each, books);
        if (chosen.isPresent()) {
            return Optional.of(new Ruling.CoveredBy(chosen.get().plan().saleId()));
        }
        boolean allFull = each.options().stream().allMatch(option -> books.isFullForGood(option.plan()));
        return allFull ? Optional.of(explainRefusal.refusalOf(each)) : Optional.empty();
    }

    private static Optional<Case.Option> choose(Case each, Books books) {
        return each.options().stream()
                .filter(option -> books.seat(option.claim()) != null)
                .findFirst()
                .or(() -> each.options().stream().filter(books::canSeat).findFirst());
    }

    private Outcome carryOut(Case each, Ruling ruling, Books books) {
        books.keep(new AnsweredLaunch(each.asked(), ruling));
        if (ruling instanceof Answer.Refused refused) {
            return Outcome.refused(each.launch(), each.asked(), refused);
        }
        Case.Option option = option(each, (Ruling.CoveredBy) ruling);
        return Outcome.granted(each.launch(), each.asked(), grant(each.asked(), option, books));
    }

    private static Case.Option option(Case each, Ruling.CoveredBy covered) {
        return each.options().stream()
                .filter(option -> option.plan().saleId().equals(covered.saleId()))
                .findFirst()
                .orElseThrow();
    }

    private Outcome.Holding grant(Launch launch, Case.Option option, Books books) {
        Seat seat = books.seat(option.claim());
        if (seat == null) {
            seat = books.takeSeat(option, Objects.requireNonNull(launch.learner()), launch);
        }
        TestKey known = books.key(option.keyId());
        TestKey key = known == null ? issue(launch, seat, option) : known.renewedUntil(launch.at(), launch.cause());
        books.keep(key);
        return new Outcome.Holding(seat, option.plan().sold().seats(), key);
    }

    private TestKey issue(Launch launch, Seat seat, Case.Option chosen) {
        Plan plan = chosen.plan();
        KeyHolder holder = new KeyHolder(plan.saleId(), seat.number(), launch.organizationId(), seat.learner());
        Timetable timetable = Timetable.under(plan.sold(), launch.at());
        KeyCode code = codes.codeFor(chosen.keyId());
        return TestKey.issued(chosen.keyId(), code, holder, launch.testId(), timetable, launch.cause());
    }
}
