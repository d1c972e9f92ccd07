package dev.seatkey.intake.registration;

import static dev.seatkey.intake.registration.ViolationCode.INVALID;
import static dev.seatkey.intake.registration.ViolationCode.REQUIRED;
import static dev.seatkey.intake.registration.ViolationCode.TOO_LONG;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects everything that is wrong with one registration (S11), so that its sender need not send it again for each. At most 200 are listed. */
final class Violations {
    private static final int MOST_LISTED = 200;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 10_000;
    private static final int LONGEST_ADDRESS = 254;
    private static final Pattern INVISIBLE = Pattern.compile("[\\s\\p{Z}\\p{Cf}]*");
    /** Characters that are not text of one line. */
    static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u0080-\\u009F\\u2028\\u2029]");

    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s@<>()\\[\\],;:\\\\\"]+@[^\\s@<>()\\[\\],;:\\\\\"]+\\.[^\\s@<>()\\[\\],;:\\\\\".]+");

    private final List<Violation> found = new ArrayList<>();

    List<Violation> all() {
        return List.copyOf(found);
    }

    void add(String field, ViolationCode code, String message) {
        if (found.size() < MOST_LISTED) {
            found.add(new Violation(field, code, message));
        }
    }

    /** A name or an id that must be there. */
    void requireName(String field, String value) {
        if (isBlank(value)) {
            add(field, REQUIRED, "Is missing.");
        }
        limitName(field, value);
    }

    /** A name or an id that may be absent. */
    void limitName(String field, @Nullable String value) {
        if (value == null) {
            return;
        }
        limit(field, value, LONGEST_NAME);
        if (CONTROL.matcher(value).find()) {
            add(field, INVALID, "Contains control characters.");
        }
    }

    /** A text of several lines that must be there. */
    void requireText(String field, String value) {
        if (isBlank(value)) {
            add(field, REQUIRED, "Is missing.");
        }
        limit(field, value, LONGEST_TEXT);
    }

    /** A mail address that at least looks like one. */
    void requireAddress(String field, String value) {
        if (isBlank(value)) {
            add(field, REQUIRED, "Is missing.");
        } else if (value.codePointCount(0, value.length()) > LONGEST_ADDRESS) {
            add(field, TOO_LONG, "Has more than " + LONGEST_ADDRESS + " characters.");
        } else if (CONTROL.matcher(value).find() || !ADDRESS.matcher(value).matches()) {
            add(field, INVALID, "Is no mail address.");
        }
    }

    private static boolean isBlank(String value) {
        return INVISIBLE.matcher(value).matches();
    }

    private void limit(String field, String value, int longest) {
        if (value.codePointCount(0, value.length()) > longest) {
            add(field, TOO_LONG, String.format(Locale.ENGLISH, "Has more than %,d characters.", longest));
        }
    }
}
