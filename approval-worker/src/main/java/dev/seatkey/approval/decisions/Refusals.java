package dev.seatkey.approval.decisions;

/** Says to people why a decision was refused. */
final class Refusals {
    private static final int LONGEST = 100;

    private Refusals() {}

    static String message(RefusalCode code, SaleDecision decision) {
        String sale = "Sale " + shortened(decision.saleId());
        String who = nameOf(decision.decidedBy());
        return switch (code) {
            case ALREADY_DECIDED -> sale + " was decided before.";
            case SAME_PERSON -> sale + " was registered by " + who + ", who therefore cannot approve it.";
            case CONFLICT_OF_INTEREST ->
                sale + " was registered by the organization of " + who
                        + " or one above it; somebody outside must approve it.";
            case REASON_REQUIRED -> sale + " can be declined only with a reason.";
            case UNKNOWN_ORGANIZATION ->
                sale + " cannot be decided by " + who + ": that organization, or one above it, is not known.";
            case UNKNOWN_USER -> sale + " cannot be decided by " + who + ": that organization has no such user.";
            case INVALID ->
                "The decision on sale " + shortened(decision.saleId())
                        + " cannot be understood: it needs the verdict APPROVE or DECLINE, ids without control"
                        + " characters, and a reason of at most 4,000 characters.";
            case TOO_MANY_WAITING -> sale + " is not known, and too many decisions wait for it already.";
        };
    }

    static String alreadyDecided(Outcome outcome) {
        SaleDecision first = outcome.decision();
        return "Sale " + shortened(first.saleId()) + " was "
                + (first.verdict() == Verdict.APPROVE ? "approved" : "declined") + " before, by "
                + nameOf(first.decidedBy()) + ".";
    }

    private static String nameOf(User user) {
        return "user " + shortened(user.userId()) + " of " + shortened(user.organizationId());
    }

    /** An id as it can be shown: of a length that can be read, on one line. */
    static String shortened(String text) {
        String shown = text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
        return SaleDecision.CONTROL.matcher(shown).replaceAll(" ");
    }
}
