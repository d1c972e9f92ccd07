package dev.seatkey.approval.decisions;

/** What an approver decided. */
public enum Verdict {
    /** A verdict of a newer contract, which this worker does not understand. */
    UNKNOWN,
    APPROVE,
    DECLINE
}
