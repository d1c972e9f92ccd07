package dev.seatkey.keys.plans;

import dev.seatkey.messaging.Cause;

/** What was told about a sale. */
public record SaleNews(Kind kind, Sold sold, Cause cause) {
    /** What happened to it. */
    public enum Kind {
        REGISTERED,
        APPROVED,
        DECLINED
    }
}
