package dev.seatkey.messaging;

/** Something that is away for now: the store, the broker, the registry, the mail server. The batch is tried again for as long as it takes. */
public final class PassingFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PassingFault(String message) {
        super(message);
    }

    public PassingFault(String message, Throwable cause) {
        super(message, cause);
    }
}
