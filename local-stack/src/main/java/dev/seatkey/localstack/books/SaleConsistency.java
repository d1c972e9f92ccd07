package dev.seatkey.localstack.books;

import dev.seatkey.contract.PlanActivated;
import dev.seatkey.contract.SaleDetails;
import dev.seatkey.schemas.Topics;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashSet;
import java.util.Map;

/** What the topics alone must say of sales, plans and seats. */
final class SaleConsistency {
    private static final int PLAN_DAYS = 365;
    private static final String SALE_EVENTS = Topics.SALE_EVENTS.name();
    private static final String SALES = Topics.SALES.name();
    private static final String PLAN_EVENTS = Topics.PLAN_EVENTS.name();

    private final Contradictions found;

    SaleConsistency(Contradictions found) {
        this.found = found;
    }

    void check(Map<String, SaleHistory> sales) {
        sales.forEach((saleId, sale) -> {
            if (sale.details() != null || sale.stands != null || sale.activated != null || !sale.seats.isEmpty()) {
                history(saleId, sale);
                state(saleId, sale);
                plan(saleId, sale);
                seats(saleId, sale);
            }
        });
    }

    /** S7, S9, A1, W1. */
    private void history(String saleId, SaleHistory sale) {
        if (sale.registered == null) {
            found.add(SALE_EVENTS, saleId, "history", "begun by SaleRegistered", "without it");
            return;
        }
        var details = sale.registered.body().getSale();
        found.unlessEqual(
                SALE_EVENTS, saleId, "position", 1, sale.registered.body().getPosition());
        if (sale.approved != null) {
            found.unlessEqual(
                    SALE_EVENTS,
                    saleId,
                    "sale as approved",
                    details,
                    sale.approved.body().getSale());
            found.unlessEqual(
                    SALE_EVENTS, saleId, "position", 1, sale.approved.body().getPosition());
        }
        if (sale.declined != null) {
            found.unlessEqual(
                    SALE_EVENTS,
                    saleId,
                    "sale as declined",
                    details,
                    sale.declined.body().getSale());
            found.unlessEqual(
                    SALE_EVENTS, saleId, "position", 1, sale.declined.body().getPosition());
        }
        if (sale.approved != null && sale.declined != null) {
            found.add(SALE_EVENTS, saleId, "decision", "one", "approved and declined");
        }
        price(saleId, details);
        dates(saleId, details);
    }

    private void price(String saleId, SaleDetails sale) {
        try {
            var minorUnit = Currency.getInstance(sale.getCurrency()).getDefaultFractionDigits();
            var price = sale.getDistributionPrice()
                    .multiply(BigDecimal.valueOf(sale.getNumberOfUsers()))
                    .setScale(minorUnit, RoundingMode.HALF_EVEN);
            found.unlessEqual(SALE_EVENTS, saleId, "salesPrice", price, sale.getSalesPrice());
        } catch (IllegalArgumentException unknown) {
            found.add(SALE_EVENTS, saleId, "currency", "one of ISO 4217", sale.getCurrency());
        }
    }

    private void dates(String saleId, SaleDetails sale) {
        var cancellation = sale.getActivationDate().plusDays(PLAN_DAYS);
        found.unlessEqual(SALE_EVENTS, saleId, "cancellationDate", cancellation, sale.getCancellationDate());
        found.unlessEqual(
                SALE_EVENTS, saleId, "planFrom", firstInstant(sale, sale.getActivationDate()), sale.getPlanFrom());
        found.unlessEqual(SALE_EVENTS, saleId, "planTo", firstInstant(sale, cancellation), sale.getPlanTo());
    }

    private static Object firstInstant(SaleDetails sale, LocalDate date) {
        try {
            return date.atStartOfDay(ZoneId.of(sale.getTimeZone())).toInstant();
        } catch (DateTimeException unknown) {
            return "in a time zone that is known";
        }
    }

    /** The topic {@code sales} says what the events add up to. */
    private void state(String saleId, SaleHistory sale) {
        var stands = sale.stands;
        if (stands == null) {
            found.add(SALES, saleId, "sale", "told", "not told");
            return;
        }
        found.unlessEqual(SALES, saleId, "status", sale.status(), stands.getStatus());
        found.unlessEqual(SALES, saleId, "decidedBy", sale.decidedBy(), stands.getDecidedBy());
        found.unlessEqual(SALES, saleId, "decidedAt", sale.decidedAt(), stands.getDecidedAt());
        found.unlessEqual(SALES, saleId, "changedAt", sale.statusSince(), stands.getChangedAt());
        found.unlessEqual(SALES, saleId, "sale", sale.details(), stands.getSale());
    }

    private void plan(String saleId, SaleHistory sale) {
        var details = sale.details();
        if (sale.activated != null && details != null) {
            var activated = sale.activated.body();
            found.unlessEqual(PLAN_EVENTS, saleId, "position of PlanActivated", 1, activated.getPosition());
            found.unlessEqual(PLAN_EVENTS, saleId, "plan as activated", sold(details), sold(activated));
            if (sale.approved == null) {
                found.add(PLAN_EVENTS, saleId, "PlanActivated", "for an approved sale only", "there");
            }
        }
        if (sale.ended != null) {
            var ended = sale.ended.body();
            found.unlessEqual(PLAN_EVENTS, saleId, "position of PlanEnded", 2, ended.getPosition());
            found.unlessEqual(PLAN_EVENTS, saleId, "seatsTaken of PlanEnded", sale.seats.size(), ended.getSeatsTaken());
            if (sale.activated == null) {
                found.add(PLAN_EVENTS, saleId, "PlanEnded", "for an activated plan only", "there");
            }
            if (details != null) {
                found.unlessEqual(
                        PLAN_EVENTS, saleId, "seats of PlanEnded", details.getNumberOfUsers(), ended.getSeats());
            }
        }
    }

    private static String sold(SaleDetails sale) {
        return sale.getCustomerId() + ", " + sale.getDistributionId() + ", " + sale.getNumberOfUsers() + " seats, "
                + sale.getPlanFrom() + " to " + sale.getPlanTo() + " in " + sale.getTimeZone();
    }

    private static String sold(PlanActivated plan) {
        return plan.getOrganizationId() + ", " + plan.getDistributionId() + ", " + plan.getSeats() + " seats, "
                + plan.getPlanFrom() + " to " + plan.getPlanTo() + " in " + plan.getTimeZone();
    }

    /** K3: numbered without gaps, one a learner, never more than were sold. */
    private void seats(String saleId, SaleHistory sale) {
        if (sale.seats.isEmpty()) {
            return;
        }
        var taken = sale.seats.size();
        found.unlessEqual(PLAN_EVENTS, saleId, "lowest seat", 1, sale.seats.firstKey());
        found.unlessEqual(PLAN_EVENTS, saleId, "highest seat", taken, sale.seats.lastKey());
        var learners = new HashSet<>();
        sale.seats.forEach((number, seat) -> {
            var learner = seat.body().getIssuer() + " " + seat.body().getSubject();
            if (!learners.add(learner)) {
                found.add(PLAN_EVENTS, saleId, "seats of " + learner, "one", "also seat " + number);
            }
            found.unlessEqual(
                    PLAN_EVENTS,
                    saleId + " seat " + number,
                    "position",
                    1,
                    seat.body().getPosition());
        });
        var details = sale.details();
        if (details == null) {
            found.add(PLAN_EVENTS, saleId, "seats", "of a sale that is told", taken + " taken");
        } else if (taken > details.getNumberOfUsers()) {
            found.add(PLAN_EVENTS, saleId, "seats taken", "at most " + details.getNumberOfUsers(), taken);
        }
    }
}
