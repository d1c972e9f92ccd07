package dev.seatkey.localstack.child;

/** A child process stopped, or did not become ready in time; the message says where its log is and how it ends. */
public final class ChildFailedException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    ChildFailedException(String message) {
        super(message);
    }
}
