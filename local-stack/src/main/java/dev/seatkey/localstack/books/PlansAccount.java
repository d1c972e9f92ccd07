package dev.seatkey.localstack.books;

import dev.seatkey.schemas.Topics;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The plans of the key worker: what was sold, how far it has come, and when there is something to do on it next. */
record PlansAccount(Map<String, SaleHistory> sales) implements Account<String> {
    @Override
    public String service() {
        return Topics.KEY_WORKER;
    }

    @Override
    public String collection() {
        return "plans";
    }

    @Override
    public Set<String> told() {
        return sales.entrySet().stream()
                .filter(each -> each.getValue().details() != null)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    @Override
    public String subjectOf(Stored document) {
        return document.text("_id");
    }

    @Override
    public @Nullable Facts told(String saleId) {
        var sale = sales.get(saleId);
        var details = sale == null ? null : sale.details();
        if (sale == null || details == null) {
            return null;
        }
        var started = sale.activated == null ? null : sale.activated.body().getActivatedAt();
        var ended = sale.ended == null ? null : sale.ended.body();
        return new Facts()
                .with("organizationId", details.getCustomerId())
                .with("distributionId", details.getDistributionId())
                .with("seats", details.getNumberOfUsers())
                .with("planFrom", details.getPlanFrom())
                .with("planTo", details.getPlanTo())
                .with("timeZone", details.getTimeZone())
                .with("keyLengthDays", details.getKeyLengthDays())
                .with("state", state(sale))
                .with("started at", started)
                .with("ended at", ended == null ? null : ended.getEndedAt())
                .with("seats taken at the end", ended == null ? null : ended.getSeatsTaken())
                .with("due at", dueAt(sale))
                .with("seats noted as taken", atMost(sale));
    }

    @Override
    public Facts stored(String saleId, Stored document) {
        var sale = sales.get(saleId);
        var noted = document.number("seatsTaken");
        var isRight = sale != null && noted >= 0 && noted <= sale.seats.size();
        return new Facts()
                .with("organizationId", document.at("organizationId"))
                .with("distributionId", document.at("distributionId"))
                .with("seats", document.at("seats"))
                .with("planFrom", document.at("planFrom"))
                .with("planTo", document.at("planTo"))
                .with("timeZone", document.at("timeZone"))
                .with("keyLengthDays", document.at("keyLengthDays"))
                .with("state", document.at("state"))
                .with("started at", document.at("started.at"))
                .with("ended at", document.at("ended.at"))
                .with("seats taken at the end", document.at("ended.seatsTaken"))
                .with("due at", document.at("dueAt"))
                // A note, which a crash may leave too low; too high, it would keep seats from being taken.
                .with("seats noted as taken", sale != null && isRight ? atMost(sale) : String.valueOf(noted));
    }

    private static String atMost(SaleHistory sale) {
        return "at most " + sale.seats.size();
    }

    private static String state(SaleHistory sale) {
        return switch (sale.status()) {
            case PENDING_APPROVAL -> "PENDING";
            case CANCELLED -> "ENDED";
            default -> sale.status().name();
        };
    }

    private static @Nullable Instant dueAt(SaleHistory sale) {
        var details = sale.details();
        if (details == null) {
            return null;
        }
        return switch (sale.status()) {
            case APPROVED -> details.getPlanFrom();
            case ACTIVE -> details.getPlanTo();
            default -> null;
        };
    }
}
