package dev.seatkey.torture.inside;

/** Where a worker can be made to end, as by {@code kill -9}, in the midst of a batch. */
public enum CrashPoint {
    /** The records are polled, nothing is done with them yet. */
    POLLED,
    /** What the store holds is read, and what others compete for is taken. */
    READ,
    /** The batch is decided, nothing of that is stored. */
    DECIDED,
    /** Between two writes of one batch: half of it is stored. Never reached by a batch that writes once. */
    WRITING,
    /** All of the batch is stored, nothing is sent. */
    WRITTEN,
    /** Events and offsets are sent, the transaction is open. */
    SENT,
    /** The transaction is committed, nothing else has begun. */
    COMMITTED,
    /** The mail server has taken a mail, that is stored nowhere. Reached by the notifier only. */
    MAIL_ACCEPTED
}
