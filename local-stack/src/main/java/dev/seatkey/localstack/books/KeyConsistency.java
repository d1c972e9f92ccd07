package dev.seatkey.localstack.books;

import dev.seatkey.contract.KeyCloseReason;
import dev.seatkey.contract.KeyIssued;
import dev.seatkey.contract.SaleDetails;
import dev.seatkey.schemas.Topics;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the topics alone must say of keys. */
final class KeyConsistency {
    private static final String KEY_EVENTS = Topics.KEY_EVENTS.name();

    private final Map<String, SaleHistory> sales;
    private final Contradictions found;

    KeyConsistency(Map<String, SaleHistory> sales, Contradictions found) {
        this.sales = sales;
        this.found = found;
    }

    void check(Map<UUID, KeyHistory> keys) {
        var codes = new HashMap<String, UUID>();
        var owners = new HashMap<Owner, UUID>();
        keys.forEach((keyId, key) -> {
            var subject = "key " + keyId;
            if (key.issued == null) {
                found.add(KEY_EVENTS, subject, "history", "begun by KeyIssued", "without it");
                return;
            }
            var issued = key.issued.body();
            unique(subject, "keys with its code", codes.put(issued.getCode(), keyId));
            var owner = new Owner(issued.getSaleId(), issued.getIssuer(), issued.getSubject(), issued.getTestId());
            unique(subject, "keys of its plan, learner and test", owners.put(owner, keyId));
            seat(subject, issued);
            positions(subject, key);
            var sale = sales.get(issued.getSaleId());
            var details = sale == null ? null : sale.details();
            if (sale == null || details == null) {
                found.add(KEY_EVENTS, subject, "saleId", "a sale that is told", issued.getSaleId());
            } else {
                terms(subject, key, details);
                closing(subject, key, sale, details);
            }
        });
    }

    /** K4. */
    private void unique(String subject, String what, @Nullable UUID other) {
        if (other != null) {
            found.add(KEY_EVENTS, subject, what, "one", "also " + other);
        }
    }

    private void seat(String subject, KeyIssued issued) {
        var sale = sales.get(issued.getSaleId());
        var seat = sale == null ? null : sale.seats.get(issued.getSeatNumber());
        found.unlessEqual(
                KEY_EVENTS,
                subject,
                "holder of seat " + issued.getSeatNumber() + " of " + issued.getSaleId(),
                issued.getIssuer() + " " + issued.getSubject(),
                seat == null
                        ? null
                        : seat.body().getIssuer() + " " + seat.body().getSubject());
    }

    /** W1: 1, 2, 3 … without a gap; the closing comes last. */
    private void positions(String subject, KeyHistory key) {
        var expected = 1;
        for (var term : key.terms.entrySet()) {
            found.unlessEqual(KEY_EVENTS, subject, "position", expected, term.getKey());
            found.unlessEqual(
                    KEY_EVENTS,
                    subject,
                    "term",
                    expected,
                    term.getValue().body().number());
            expected++;
        }
        if (key.closed != null) {
            found.unlessEqual(
                    KEY_EVENTS,
                    subject,
                    "position of KeyClosed",
                    expected,
                    key.closed.body().position());
        }
    }

    /** K7, K8: contiguous, of the sold length in calendar days, none that begins at the plan's end. */
    private void terms(String subject, KeyHistory key, SaleDetails sale) {
        var zone = ZoneId.of(sale.getTimeZone());
        var start = key.terms.firstEntry().getValue().body().from().atZone(zone);
        var from = start.toInstant();
        for (var event : key.terms.values()) {
            var term = event.body();
            var to = start.plusDays((long) sale.getKeyLengthDays() * term.number())
                    .toInstant();
            var which = "term " + term.number();
            found.unlessEqual(KEY_EVENTS, subject, which + " from", from, term.from());
            found.unlessEqual(KEY_EVENTS, subject, which + " to", to, term.to());
            var until = term.to().isBefore(sale.getPlanTo()) ? term.to() : sale.getPlanTo();
            found.unlessEqual(KEY_EVENTS, subject, which + " usable until", until, term.usableUntil());
            if (!term.from().isBefore(sale.getPlanTo())) {
                found.add(KEY_EVENTS, subject, which, "before the plan's end", "from " + term.from());
            }
            from = term.to();
        }
    }

    /** K8. */
    private void closing(String subject, KeyHistory key, SaleHistory sale, SaleDetails details) {
        if (key.closed == null) {
            return;
        }
        var closing = key.closed.body();
        if (closing.reason() == KeyCloseReason.PLAN_ENDED) {
            found.unlessEqual(KEY_EVENTS, subject, "closed at", details.getPlanTo(), closing.at());
            var last = key.lastTerm();
            if (last != null && last.to().isBefore(details.getPlanTo())) {
                found.add(KEY_EVENTS, subject, "last term", "up to the plan's end", "to " + last.to());
            }
        } else {
            found.unlessEqual(
                    KEY_EVENTS,
                    subject,
                    "closed because",
                    sale.ended == null ? null : "SALE_CANCELLED",
                    closing.reason());
        }
    }

    private record Owner(String saleId, String issuer, String subject, String testId) {}
}
