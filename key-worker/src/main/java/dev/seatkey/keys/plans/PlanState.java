package dev.seatkey.keys.plans;

/** How far a plan has come. */
public enum PlanState {
    /** Sold, and waiting for approval. */
    PENDING,
    /** Approved; its first instant has not been worked on yet. */
    APPROVED,
    /** Started. */
    ACTIVE,
    /** Over. Final. */
    ENDED,
    /** Declined. Final. */
    DECLINED
}
