package dev.seatkey.approval.decisions;

/** Why a decision is refused. */
enum RefusalCode {
    /** A different decision settled the sale before (A1). */
    ALREADY_DECIDED,
    /** Who registered a sale cannot approve it (A3). */
    SAME_PERSON,
    /** Nor can anyone of the registering organization or below it (A3). */
    CONFLICT_OF_INTEREST,
    /** A decline needs a reason (A3). */
    REASON_REQUIRED,
    /** Nobody told of the organization that decided, or of one above it, so whose interest it has can't be said (A3). */
    UNKNOWN_ORGANIZATION,
    /** The organization that decided has no such user (A3). */
    UNKNOWN_USER,
    /** The decision can't be understood: an unknown verdict, control characters, or a reason that is too long. */
    INVALID,
    /** Too many different decisions wait for this sale already (A2). */
    TOO_MANY_WAITING
}
