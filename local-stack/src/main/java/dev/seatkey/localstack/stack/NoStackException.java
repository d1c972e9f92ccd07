package dev.seatkey.localstack.stack;

/** A command needs a running stack and there is none. */
public final class NoStackException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    NoStackException(String message) {
        super(message);
    }
}
