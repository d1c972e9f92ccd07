package dev.seatkey.messaging.testkit;

/** The process died here. An error, so that nothing on the way mistakes it for a failure that it knows. */
public final class Crash extends Error {
    private static final long serialVersionUID = 1L;

    Crash(String where) {
        super("crashed " + where, null, false, false);
    }
}
