package dev.seatkey.intake.listing;

/** A parameter that cannot be used. */
final class BadParameter extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadParameter(String name, String why) {
        super(name + " " + why);
    }
}
