package dev.seatkey.messaging;

import java.util.regex.Pattern;

/**
 * A record that can never be handled, whatever is tried. It goes to the dead letters with this reason, alone.
 *
 * <p>A reason may quote what was sent. It is kept to one line of bounded length, so that nobody can forge lines of a log or
 * flood it.
 */
public final class BrokenRecord extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 500;
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\x{2028}\\x{2029}\\x{85}]");

    public BrokenRecord(String reason) {
        super(oneLine(reason));
    }

    public BrokenRecord(String reason, Throwable cause) {
        super(oneLine(reason), cause);
    }

    private static String oneLine(String reason) {
        String start = reason.length() <= LONGEST ? reason : reason.substring(0, LONGEST) + " …";
        return BREAKS.matcher(start).replaceAll("\uFFFD");
    }
}
