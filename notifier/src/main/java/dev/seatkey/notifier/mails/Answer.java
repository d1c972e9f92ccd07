package dev.seatkey.notifier.mails;

/**
 * What came of handing a mail to the mail server.
 *
 * @param text what the server said, or what went wrong
 */
public record Answer(Kind kind, String text) {
    private static final int LONGEST = 500;

    public Answer {
        text = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " …";
    }

    /** The kinds of answers. */
    public enum Kind {
        /** The server has taken the mail over. */
        ACCEPTED,
        /** The server will not take this mail, also not later. */
        REFUSED_FOR_GOOD,
        /** The server does not take it now. */
        REFUSED_FOR_NOW,
        /** There was no server to hand it to. */
        NOT_REACHED,
        /** The mail was handed over, but the server's answer was lost: it may have been accepted or not. */
        LOST
    }
}
