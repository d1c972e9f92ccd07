package dev.seatkey.messaging;

/** A setting without which the worker cannot start. */
public final class MissingSetting extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param name the property to set
     * @param meaning what to set it to
     */
    public MissingSetting(String name, String meaning) {
        super("Set " + name + " to " + meaning + ".");
    }
}
