package dev.seatkey.messaging;

/** Somebody else changed what a decision stood on; it is to be made again. */
public final class LostRace extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LostRace(String message) {
        super(message);
    }
}
