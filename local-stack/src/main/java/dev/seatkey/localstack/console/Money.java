package dev.seatkey.localstack.console;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Currency;
import java.util.Locale;

/** An amount with its currency, as a person reads it: with the currency's own digits, and more only where there are more. */
public final class Money {
    private Money() {}

    /** Such as {@code 25,788.00 EUR} or {@code 9,900 JPY}. */
    public static String text(BigDecimal amount, String currency) {
        var digits = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        digits.setMinimumFractionDigits(minorDigits(currency));
        digits.setMaximumFractionDigits(Math.max(4, minorDigits(currency)));
        return digits.format(amount) + " " + currency;
    }

    private static int minorDigits(String currency) {
        try {
            return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        } catch (IllegalArgumentException unknown) {
            return 2;
        }
    }
}
