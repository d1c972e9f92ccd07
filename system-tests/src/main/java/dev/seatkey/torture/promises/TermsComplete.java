package dev.seatkey.torture.promises;

import dev.seatkey.contract.KeyClosed;
import dev.seatkey.contract.KeyIssued;
import dev.seatkey.contract.KeyRenewed;
import dev.seatkey.contract.PlanActivated;
import dev.seatkey.contract.PlanEnded;
import dev.seatkey.contract.SaleApproved;
import dev.seatkey.localstack.outside.Seen;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * K7, K8: a plan starts and ends; within it a key's terms follow each other without a gap, one renewal each; at its end its keys
 * are closed.
 */
public final class TermsComplete implements Promise {
    private final Map<String, Plan> plans = new HashMap<>();
    private final Map<UUID, Key> keys = new HashMap<>();
    private final Breaches zones = new Breaches();
    private final InstantSource clock;
    private Instant now = Instant.MIN;

    /** @param clock the product's time, which goes on after it was last told here */
    public TermsComplete(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "terms-complete";
    }

    @Override
    public String text() {
        return "Every plan starts and ends, and every term of its keys is renewed or closed once (K7, K8)";
    }

    @Override
    public void saw(Seen<?> record) {
        if (record.body() instanceof SaleApproved approved) {
            var plan = of(approved.getSale().getSaleId());
            plan.from = approved.getSale().getPlanFrom();
            plan.to = approved.getSale().getPlanTo();
            plan.zone = zone(approved.getSale().getTimeZone());
        } else if (record.body() instanceof PlanActivated activated) {
            var plan = of(activated.getSaleId());
            plan.started = earlier(plan.started, record.at());
        } else if (record.body() instanceof PlanEnded ended) {
            var plan = of(ended.getSaleId());
            plan.ended = earlier(plan.ended, record.at());
        } else if (record.body() instanceof KeyIssued issued) {
            var key = of(issued.getKeyId());
            key.saleId = issued.getSaleId();
            key.terms.put(issued.getTerm(), new Term(issued.getTermFrom(), issued.getTermTo()));
        } else if (record.body() instanceof KeyRenewed renewed) {
            of(renewed.getKeyId()).terms.put(renewed.getTerm(), new Term(renewed.getTermFrom(), renewed.getTermTo()));
        } else if (record.body() instanceof KeyClosed closed) {
            var key = of(closed.getKeyId());
            key.closed = earlier(key.closed, record.at());
        }
    }

    private static Instant earlier(@Nullable Instant known, Instant other) {
        return known == null || other.isBefore(known) ? other : known;
    }

    private ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            zones.unless(false, "%s is no time zone", name);
            return ZoneOffset.UTC;
        }
    }

    @Override
    public void timeIs(Instant time) {
        now = time;
    }

    @Override
    public long outstanding() {
        return plans.values().stream().mapToLong(this::owed).sum()
                + keys.values().stream().mapToLong(this::owed).sum();
    }

    private long owed(Plan plan) {
        return plan.to == null
                ? 0
                : (plan.started != null || now.isBefore(plan.from) ? 0 : 1)
                        + (plan.ended != null || now.isBefore(plan.to) ? 0 : 1);
    }

    private long owed(Key key) {
        var plan = planOf(key);
        if (plan == null || plan.to == null) {
            return 0;
        }
        return Math.max(0, termsBy(now, key, plan) - key.terms.size())
                + (key.closed != null || now.isBefore(plan.to) ? 0 : 1);
    }

    /** How many terms must have begun by a time: the next one begins where the last one ends, before the plan's end. */
    private static long termsBy(Instant time, Key key, Plan plan) {
        var first = key.terms.get(1);
        if (first == null) {
            return 1;
        }
        var terms = 1;
        while (!end(first, terms, plan).isAfter(time) && end(first, terms, plan).isBefore(plan.to)) {
            terms++;
        }
        return terms;
    }

    /** Counted from the first term's begin, so that days of 23 and 25 hours add up. */
    private static Instant end(Term first, int terms, Plan plan) {
        return first.from().atZone(plan.zone).plusDays(180L * terms).toInstant();
    }

    /** What falls due between the time that was told last and the verdict may be done or not. */
    @Override
    public List<String> broken() {
        var breaches = new Breaches();
        var judged = clock.instant();
        breaches.addAll(zones.list());
        plans.forEach((id, plan) -> {
            breaches.unless(
                    owed(plan) == 0,
                    "plan %s: %s",
                    id,
                    plan.started == null ? "has not started" : "has not ended, which was due at " + plan.to);
            notBefore(breaches, "plan " + id + " started", plan.started, plan.from);
            notBefore(breaches, "plan " + id + " ended", plan.ended, plan.to);
        });
        keys.forEach((id, key) -> {
            var plan = planOf(key);
            if (plan == null || plan.to == null) {
                breaches.unless(false, "key %s: nobody approved its sale %s", id, String.valueOf(key.saleId));
                return;
            }
            var terms = termsBy(now, key, plan);
            breaches.unless(
                    key.terms.size() >= terms && key.terms.size() <= Math.max(terms, termsBy(judged, key, plan)),
                    "key %s: %d terms, should be %d",
                    id,
                    key.terms.size(),
                    terms);
            breaches.unless(
                    key.closed != null || now.isBefore(plan.to), "key %s: its plan ended, and it was not closed", id);
            notBefore(breaches, "key " + id + " was closed", key.closed, plan.to);
            contiguous(breaches, id, key, plan);
        });
        return breaches.list();
    }

    /** Nobody cancels sales here: what has an end comes to it. */
    private static void notBefore(Breaches breaches, String what, @Nullable Instant happened, @Nullable Instant due) {
        breaches.unless(
                happened == null || due == null || !happened.isBefore(due),
                "%s at %s, which was due at %s",
                what,
                String.valueOf(happened),
                String.valueOf(due));
    }

    private static void contiguous(Breaches breaches, UUID id, Key key, Plan plan) {
        var first = key.terms.get(1);
        var number = 1;
        for (var each : key.terms.entrySet()) {
            if (first == null || each.getKey() != number) {
                breaches.unless(false, "key %s: term %d is missing", id, number);
                return;
            }
            breaches.unless(
                    each.getValue().from().equals(number == 1 ? first.from() : end(first, number - 1, plan))
                            && each.getValue().to().equals(end(first, number, plan)),
                    "key %s: term %d is from %s to %s",
                    id,
                    number,
                    each.getValue().from(),
                    each.getValue().to());
            number++;
        }
    }

    private @Nullable Plan planOf(Key key) {
        return key.saleId == null ? null : plans.get(key.saleId);
    }

    private Plan of(String saleId) {
        return plans.computeIfAbsent(saleId, unknown -> new Plan());
    }

    private Key of(UUID keyId) {
        return keys.computeIfAbsent(keyId, unknown -> new Key());
    }

    private record Term(Instant from, Instant to) {}

    private static final class Plan {
        private Instant from = Instant.MIN;
        private @Nullable Instant to;
        private ZoneId zone = ZoneOffset.UTC;
        private @Nullable Instant started;
        private @Nullable Instant ended;
    }

    private static final class Key {
        private final Map<Integer, Term> terms = new TreeMap<>();
        private @Nullable String saleId;
        private @Nullable Instant closed;
    }
}
