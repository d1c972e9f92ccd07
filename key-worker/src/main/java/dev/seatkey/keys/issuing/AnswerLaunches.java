package dev.seatkey.keys.issuing;

import dev.seatkey.keys.plans.Plan;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Answers launches: with the learner's key for the test, or with a reason.
 *
 * <p>A launch that was answered before gets the same answer; its id under which something else is asked is refused
 * ({@code LAUNCH_ID_REUSED}). Otherwise: who is not known or no learner is refused ({@code ANONYMOUS},
 * {@code NOT_A_LEARNER}); among the active plans the one counts in which the learner has a seat, else the one with a free
 * seat that ends first, of which the learner takes the next seat (K2, K3); and the learner's one key for the test under
 * that plan is generated, renewed as far as it ran out, or given as it is (K4, K7). Where no plan does it, {@link
 * ExplainRefusal} says why.
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
        AnsweredLaunch answered = books.answerTo(each.launch());
        if (answered == null) {
            answered = new AnsweredLaunch(each.launch(), decide(each, books));
            books.note(answered);
        } else if (!answered.launch().asksTheSameAs(each.launch())) {
            answered = new AnsweredLaunch(each.launch(), Answer.Refused.because(Refusal.LAUNCH_ID_REUSED));
        }
        return new Outcome(each.launch(), answered, seatsTakenFor(each, books), keysOf(each, books));
    }

    private Answer decide(Case each, Books books) {
        Launch launch = each.launch();
        Learner learner = launch.learner();
        if (learner == null) {
            return Answer.Refused.because(Refusal.ANONYMOUS);
        }
        if (!launch.learnerRole()) {
            return Answer.Refused.because(Refusal.NOT_A_LEARNER);
        }
        Optional<Case.Option> chosen = choose(each, books);
        return chosen.isPresent() ? grant(launch, learner, chosen.get(), books) : explainRefusal.refusalOf(each);
    }

    private static Optional<Case.Option> choose(Case each, Books books) {
        return each.options().stream()
                .filter(option -> books.seat(option.claim()) != null)
                .findFirst()
                .or(() -> each.options().stream()
                        .filter(option -> books.hasFreeSeat(option.plan()))
                        .findFirst());
    }

    private Answer grant(Launch launch, Learner learner, Case.Option chosen, Books books) {
        Seat seat = books.seat(chosen.claim());
        if (seat == null) {
            seat = books.takeSeat(chosen, learner, launch);
        }
        TestKey known = books.key(chosen.keyId());
        TestKey key = known == null ? issue(launch, seat, chosen) : known.renewedUntil(launch.at(), launch.cause());
        books.keep(key);
        return Answer.Granted.with(key, launch.at());
    }

    private TestKey issue(Launch launch, Seat seat, Case.Option chosen) {
        Plan plan = chosen.plan();
        KeyHolder holder = new KeyHolder(plan.saleId(), seat.number(), launch.organizationId(), seat.learner());
        Timetable timetable = Timetable.under(plan.sold(), launch.at());
        KeyCode code = codes.codeFor(chosen.keyId());
        return TestKey.issued(chosen.keyId(), code, holder, launch.testId(), timetable, launch.cause());
    }

    private static List<Outcome.TakenSeat> seatsTakenFor(Case each, Books books) {
        return each.options().stream()
                .flatMap(option -> Optional.ofNullable(books.seat(option.claim()))
                        .filter(seat -> each.launch().cause().isSameRecord(seat.cause()))
                        .map(seat ->
                                new Outcome.TakenSeat(seat, option.plan().sold().seats()))
                        .stream())
                .toList();
    }

    private static List<TestKey> keysOf(Case each, Books books) {
        return each.options().stream()
                .map(option -> books.key(option.keyId()))
                .filter(Objects::nonNull)
                .toList();
    }
}
