package dev.seatkey.localstack.books;

/**
 * One thing in which topics and stores do not agree, or the topics with themselves.
 *
 * @param kind what is wrong
 * @param place where: service and collection, such as {@code key-worker.seats}, or a topic
 * @param subject what it is about, such as a sale or a seat of it
 * @param field which fact about it; empty where it is the whole
 * @param expected what the topics say, or what must be
 * @param found what the store says, or what is in the topics instead
 */
public record Difference(Kind kind, String place, String subject, String field, String expected, String found) {
    /** What can be wrong. */
    public enum Kind {
        /** The topics tell of it, the store does not hold it. */
        MISSING,
        /** The store holds it, no topic tells of it. */
        SUPERFLUOUS,
        /** Both know of it, and say different things. */
        DIFFERENT,
        /** The topics alone are not as they must be. */
        CONTRADICTION
    }

    static Difference missing(String place, String subject, String expected) {
        return new Difference(Kind.MISSING, place, subject, "", expected, "nothing");
    }

    static Difference superfluous(String place, String subject, String found) {
        return new Difference(Kind.SUPERFLUOUS, place, subject, "", "nothing", found);
    }

    static Difference different(String place, String subject, String field, String expected, String found) {
        return new Difference(Kind.DIFFERENT, place, subject, field, expected, found);
    }

    static Difference contradiction(String topic, String subject, String field, String expected, String found) {
        return new Difference(Kind.CONTRADICTION, topic, subject, field, expected, found);
    }

    /** One line that says it all. */
    public String line() {
        return switch (kind) {
            case MISSING -> place + "  " + subject + " is missing; the topics say: " + expected;
            case SUPERFLUOUS -> place + "  " + subject + " is superfluous; no topic tells of it: " + found;
            case DIFFERENT ->
                place + "  " + subject + ", " + field + ": " + expected + " in the topics, " + found + " in the store";
            case CONTRADICTION ->
                "topic " + place + "  " + subject + ", " + field + ": must be " + expected + ", is " + found;
        };
    }
}
