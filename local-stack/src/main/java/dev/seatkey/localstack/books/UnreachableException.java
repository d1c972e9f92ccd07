package dev.seatkey.localstack.books;

/** Topics, registry or store cannot be read. */
public final class UnreachableException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    UnreachableException(String message, Throwable cause) {
        super(message, cause);
    }
}
