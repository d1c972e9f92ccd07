package dev.seatkey.notifier.letters;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The terms of a key that is generated on a plan's first day: each lasts the key's length in calendar days of the plan's time
 * zone and begins where the last one ended; the last one is cut short by the plan's end (K7, K8).
 */
final class TermForecast {
    private TermForecast() {}

    /**
     * One term.
     *
     * @param number 1 for the first
     * @param lastDay the last day on which the key can be used
     */
    record Term(int number, LocalDate firstDay, LocalDate lastDay, long days) {}

    static List<Term> of(SoldPlan plan) {
        List<Term> terms = new ArrayList<>();
        LocalDate end = plan.planTo().atZone(plan.timeZone()).toLocalDate();
        LocalDate from = plan.planFrom().atZone(plan.timeZone()).toLocalDate();
        while (from.isBefore(end)) {
            LocalDate ranOut = from.plusDays(plan.keyLengthDays());
            LocalDate to = ranOut.isBefore(end) ? ranOut : end;
            terms.add(new Term(terms.size() + 1, from, to.minusDays(1), DAYS.between(from, to)));
            from = to;
        }
        return terms;
    }
}
