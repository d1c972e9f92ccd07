package dev.seatkey.messaging;

/** A record that can never be handled, whatever is tried. It goes to the dead letters with this reason, alone. */
public final class BrokenRecord extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BrokenRecord(String message) {
        super(message);
    }

    public BrokenRecord(String message, Throwable cause) {
        super(message, cause);
    }
}
