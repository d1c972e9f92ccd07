package dev.seatkey.intake.registration;

import java.util.Currency;
import java.util.Optional;

/** The currencies that a sale can be priced in. */
final class Currencies {
    private Currencies() {}

    /** The currency with this ISO 4217 code, if it has a minor unit that money can be rounded to. */
    static Optional<Currency> find(String code) {
        try {
            return Optional.of(Currency.getInstance(code)).filter(found -> found.getDefaultFractionDigits() >= 0);
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }
}
