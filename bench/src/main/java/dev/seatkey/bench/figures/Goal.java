package dev.seatkey.bench.figures;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a figure should be.
 *
 * @param figures pattern of the names it holds for
 */
public record Goal(String figures, Bound bound, BigDecimal limit) {
    /** All goals. */
    public static final List<Goal> ALL = List.of(
            atLeast("launches\\.first\\.vs_bare", "0.85"),
            atLeast("launches\\.first\\.vs_plain", "6"),
            atLeast("launches\\.first\\.vs_streams", "1"),
            atLeast("launches\\.repeat\\.vs_bare", "0.85"),
            atLeast("sales\\.vs_bare", "0.7"),
            atMost("latency\\.\\d+\\.p99_vs_echo", "2"),
            atLeast("renewals\\.vs_bare", "0.85"),
            atMost("growth\\.launch_cost", "1.2"),
            // Half of what was allocated before anything was changed for it.
            atMost("launches\\.first\\.worker\\.allocated_bytes", "21500"),
            atMost("launches\\.repeat\\.worker\\.allocated_bytes", "13400"),
            atMost("start\\..*\\.vs_empty", "1.3"),
            atMost("rss\\..*\\.mb", "220"),
            atMost("stack\\.up\\.s", "20"),
            // Where store and broker leave the cores for it; elsewhere a launch must not cost more with a second
            // instance.
            atLeast("instances\\.by_(organization|learner)_vs_one", "1.7"),
            atMost("instances\\.processor_by_(organization|learner)_vs_one", "1.1"));

    /** On which side of its limit a figure should be. */
    public enum Bound {
        AT_LEAST("≥"),
        AT_MOST("≤");

        private final String sign;

        Bound(String sign) {
            this.sign = sign;
        }

        /** How it is written. */
        public String sign() {
            return sign;
        }
    }

    /** Whether it is about a figure. */
    public boolean isFor(String figure) {
        return Pattern.matches(figures, figure);
    }

    /** Whether a value reaches it. */
    public boolean isReachedBy(BigDecimal value) {
        return bound == Bound.AT_LEAST ? value.compareTo(limit) >= 0 : value.compareTo(limit) <= 0;
    }

    private static Goal atLeast(String figures, String limit) {
        return new Goal(figures, Bound.AT_LEAST, new BigDecimal(limit));
    }

    private static Goal atMost(String figures, String limit) {
        return new Goal(figures, Bound.AT_MOST, new BigDecimal(limit));
    }
}
