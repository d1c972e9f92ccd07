package dev.seatkey.messaging.batch;

/** The points that a batch passes, in this order. A crash may come after any of them. */
public enum Step {
    POLLED,
    READ,
    DECIDED,
    WRITTEN,
    SENT,
    COMMITTED
}
