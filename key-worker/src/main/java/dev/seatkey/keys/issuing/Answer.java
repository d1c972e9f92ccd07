package dev.seatkey.keys.issuing;

import dev.seatkey.keys.plans.Sold;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a launch is answered with (K1). */
public sealed interface Answer {

    /**
     * A key.
     *
     * @param saleId the plan that covers the launch
     * @param term number of the term that runs
     * @param usableUntil the earlier of the term's and the plan's end
     */
    record Granted(
            String saleId,
            int seatNumber,
            UUID keyId,
            String code,
            int term,
            Instant termFrom,
            Instant termTo,
            Instant usableUntil)
            implements Answer {
        static Granted with(TestKey key, Instant time) {
            Term term = key.termAt(time);
            return new Granted(
                    key.holder().saleId(),
                    key.holder().seatNumber(),
                    key.id(),
                    key.code().text(),
                    term.number(),
                    term.from(),
                    term.to(),
                    key.usableUntil(term));
        }
    }

    /**
     * A reason (K5).
     *
     * @param about the plan that the reason is about, if any
     */
    record Refused(Refusal reason, @Nullable PlanFacts about) implements Answer, Ruling {
        static Refused because(Refusal reason) {
            return new Refused(reason, null);
        }

        static Refused because(Refusal reason, Sold sold) {
            return new Refused(reason, new PlanFacts(sold.saleId(), sold.from(), sold.to(), sold.seats()));
        }
    }

    /** What is told about a plan. */
    record PlanFacts(String saleId, Instant from, Instant to, int seats) {}
}
