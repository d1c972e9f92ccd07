package dev.seatkey.localstack.books;

import dev.seatkey.contract.SaleDetails;
import dev.seatkey.schemas.Topics;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The keys of the key worker: whose, which code, every term, the end, and when there is something to do on it next. */
record KeysAccount(Map<UUID, KeyHistory> keys, Map<String, SaleHistory> sales) implements Account<UUID> {
    private static final UUID NO_KEY = new UUID(0, 0);

    @Override
    public String service() {
        return Topics.KEY_WORKER;
    }

    @Override
    public String collection() {
        return "keys";
    }

    @Override
    public Set<UUID> told() {
        return keys.keySet();
    }

    @Override
    public UUID subjectOf(Stored document) {
        return document.at("_id") instanceof UUID id ? id : NO_KEY;
    }

    @Override
    public @Nullable Facts told(UUID keyId) {
        var key = keys.get(keyId);
        if (key == null) {
            return null;
        }
        var facts = new Facts();
        if (key.issued != null) {
            var issued = key.issued.body();
            var sale = sales.get(issued.getSaleId());
            facts.with("code", issued.getCode())
                    .with("saleId", issued.getSaleId())
                    .with("seatNumber", issued.getSeatNumber())
                    .with("organizationId", issued.getOrganizationId())
                    .with("issuer", issued.getIssuer())
                    .with("subject", issued.getSubject())
                    .with("testId", issued.getTestId());
            var details = sale == null ? null : sale.details();
            if (details != null) {
                withPlan(facts, key, details);
            }
        }
        key.terms
                .values()
                .forEach(term -> withTerm(
                        facts,
                        term.body().number(),
                        term.body().from(),
                        term.body().to()));
        return facts.with("terms", key.terms.size())
                .with("closed", key.closed == null ? null : key.closed.body().reason())
                .with("closed at", key.closed == null ? null : key.closed.body().at())
                .with("position", key.length());
    }

    private static void withPlan(Facts facts, KeyHistory key, SaleDetails details) {
        var last = key.lastTerm();
        facts.with("timeZone", details.getTimeZone())
                .with("termDays", details.getKeyLengthDays())
                .with("planTo", details.getPlanTo())
                .with("due at", key.closed != null || last == null ? null : earlier(last.to(), details.getPlanTo()));
    }

    private static void withTerm(Facts facts, Object number, @Nullable Object from, @Nullable Object to) {
        facts.with("term " + number + " from", from).with("term " + number + " to", to);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    @Override
    public Facts stored(UUID keyId, Stored document) {
        var facts = new Facts()
                .with("code", document.at("code"))
                .with("saleId", document.at("saleId"))
                .with("seatNumber", document.at("seatNumber"))
                .with("organizationId", document.at("organizationId"))
                .with("issuer", document.at("issuer"))
                .with("subject", document.at("subject"))
                .with("testId", document.at("testId"))
                .with("timeZone", document.at("timeZone"))
                .with("termDays", document.at("termDays"))
                .with("planTo", document.at("planTo"))
                .with("due at", document.at("dueAt"));
        document.list("terms").forEach(term -> withTerm(facts, term.text("number"), term.at("from"), term.at("to")));
        return facts.with("terms", document.list("terms").size())
                .with("closed", document.at("closing.reason"))
                .with("closed at", document.at("closing.at"))
                .with("position", document.at("position"));
    }
}
