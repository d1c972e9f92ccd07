package dev.seatkey.notifier.letters;

import dev.seatkey.notifier.letters.Page.Fact;
import dev.seatkey.notifier.letters.Page.Facts;
import dev.seatkey.notifier.letters.Page.Forecast;
import dev.seatkey.notifier.letters.Page.Problem;
import dev.seatkey.notifier.letters.Page.Problems;
import dev.seatkey.notifier.letters.Page.Quote;
import dev.seatkey.notifier.letters.Page.Row;
import dev.seatkey.notifier.letters.SaleNews.Approved;
import dev.seatkey.notifier.letters.SaleNews.Declined;
import dev.seatkey.notifier.letters.SaleNews.Rejected;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts news into words. */
final class Pages {
    private final Wording words;

    Pages(Wording words) {
        this.words = words;
    }

    Page of(Approved news) {
        SoldPlan plan = news.plan();
        String lead = words.text("approved.lead", Plain.line(plan.customerName()), plan.numberOfUsers());
        String late = news.daysLost() == 0 ? "" : " " + words.text("approved.late", news.daysLost());
        return page("approved", plan.saleName(), lead + late, null, facts(plan), forecast(plan), null);
    }

    Page of(Declined news) {
        SoldPlan plan = news.plan();
        String lead = words.text("declined.lead", Plain.line(plan.customerName()));
        Quote reason = new Quote(words.text("declined.reason"), Plain.paragraph(news.reason()));
        return page("declined", plan.saleName(), lead, reason, facts(plan), null, null);
    }

    Page of(Rejected news) {
        Problems problems = new Problems(
                words.text("rejected.problems"),
                news.violations().stream().map(Pages::problem).toList());
        String lead = words.text("rejected.lead", Plain.line(news.saleId()));
        return page("rejected", news.saleName(), lead, null, null, null, problems);
    }

    private Page page(
            String kind,
            String saleName,
            String lead,
            @Nullable Quote quote,
            @Nullable Facts facts,
            @Nullable Forecast forecast,
            @Nullable Problems problems) {
        String name = Plain.line(saleName);
        return new Page(
                words.language(),
                words.text(kind + ".subject", name),
                words.text(kind + ".status"),
                name,
                lead,
                quote,
                facts,
                forecast,
                problems,
                words.text(kind + ".closing"),
                words.text("footer"));
    }

    private Facts facts(SoldPlan plan) {
        List<Fact> rows = new ArrayList<>();
        rows.add(fact("fact.customer", plan.customerName()));
        rows.add(fact("fact.product", plan.distributionName()));
        rows.add(fact("fact.seats", words.count(plan.numberOfUsers())));
        rows.add(fact("fact.price-per-user", words.price(plan.distributionPrice(), plan.currency())));
        rows.add(fact("fact.price", words.price(plan.salesPrice(), plan.currency())));
        rows.add(fact("fact.first-day", words.date(firstDay(plan))));
        rows.add(fact("fact.last-day", words.date(lastDay(plan))));
        rows.add(fact("fact.cancellation-date", words.date(plan.cancellationDate())));
        rows.add(fact("fact.time-zone", plan.timeZone().getId()));
        addIfTold(rows, "fact.po-number", plan.customerPoNumber());
        addIfTold(rows, "fact.order-number", plan.orderNumber());
        rows.add(fact("fact.sale", plan.saleId()));
        return new Facts(words.text("facts"), rows);
    }

    private Forecast forecast(SoldPlan plan) {
        List<Row> rows = TermForecast.of(plan).stream()
                .map(term -> new Row(
                        words.count(term.number()),
                        words.date(term.firstDay()),
                        words.date(term.lastDay()),
                        words.count(term.days()),
                        words.text("forecast.length", term.days())))
                .toList();
        return new Forecast(
                words.text("forecast"),
                words.text("forecast.note", plan.keyLengthDays()),
                words.text("forecast.term"),
                words.text("forecast.first-day"),
                words.text("forecast.last-day"),
                words.text("forecast.days"),
                rows);
    }

    private void addIfTold(List<Fact> rows, String key, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            rows.add(fact(key, value));
        }
    }

    private Fact fact(String key, String value) {
        return new Fact(words.text(key), Plain.line(value));
    }

    private static Problem problem(Violation violation) {
        return new Problem(Plain.line(violation.field()), Plain.paragraph(violation.message()));
    }

    private static LocalDate firstDay(SoldPlan plan) {
        return plan.planFrom().atZone(plan.timeZone()).toLocalDate();
    }

    private static LocalDate lastDay(SoldPlan plan) {
        ZonedDateTime end = plan.planTo().atZone(plan.timeZone());
        return end.minusNanos(1).toLocalDate();
    }
}
