package dev.seatkey.keys.issuing;

/** Why a launch gets no key (K5). */
public enum Refusal {
    NO_PLAN,
    NOT_APPROVED,
    NOT_STARTED,
    ENDED,
    NO_SEAT_LEFT,
    NOT_COVERED,
    ANONYMOUS,
    NOT_A_LEARNER,
    LAUNCH_ID_REUSED
}
