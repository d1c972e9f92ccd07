package dev.seatkey.notifier.letters;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.jspecify.annotations.Nullable;

/** The words and forms of one language. Another language is one more file {@code letters_*.properties}. */
final class Wording {
    private static final String BUNDLE = Wording.class.getPackageName() + ".letters";
    private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private final ResourceBundle bundle;
    private final Locale locale;

    private Wording(ResourceBundle bundle, Locale locale) {
        this.bundle = bundle;
        this.locale = locale;
    }

    /** The wording for a language tag; English for those that there is none for. */
    static Wording of(@Nullable String languageTag) {
        Locale wanted = languageTag == null ? Locale.ENGLISH : Locale.forLanguageTag(languageTag);
        ResourceBundle bundle = ResourceBundle.getBundle(BUNDLE, wanted, NO_FALLBACK);
        Locale spoken = Locale.forLanguageTag(bundle.getString("language"));
        return new Wording(bundle, spoken.getLanguage().equals(wanted.getLanguage()) ? wanted : spoken);
    }

    /** BCP 47 tag of the language. */
    String language() {
        return bundle.getString("language");
    }

    String text(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }

    String date(LocalDate date) {
        return DateTimeFormatter.ofPattern(bundle.getString("date"), locale).format(date);
    }

    String count(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** An amount with the currency's symbol, and all of its decimals that are not zero. */
    String price(BigDecimal amount, String currencyCode) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        Currency currency;
        try {
            currency = Currency.getInstance(currencyCode);
        } catch (IllegalArgumentException unknown) {
            return currencyCode + " " + amount.stripTrailingZeros().toPlainString();
        }
        int minorUnit = Math.max(currency.getDefaultFractionDigits(), 0);
        format.setCurrency(currency);
        format.setMinimumFractionDigits(minorUnit);
        format.setMaximumFractionDigits(
                Math.max(minorUnit, amount.stripTrailingZeros().scale()));
        return format.format(amount);
    }
}
