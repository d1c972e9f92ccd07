package dev.seatkey.intake.listing;

import dev.seatkey.intake.sales.SaleStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of the list of sales; each may be absent or blank. */
final class Parameters {
    private static final int LONGEST_TEXT = 200;

    private Parameters() {}

    static int number(String name, String value, int least, int most) {
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            throw new BadParameter(name, "must be a number from " + least + " to " + most);
        }
        throw new BadParameter(name, "must be a number from " + least + " to " + most);
    }

    static @Nullable SaleStatus status(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        return Arrays.stream(SaleStatus.values())
                .filter(status -> status.name().equals(value))
                .findFirst()
                .orElseThrow(
                        () -> new BadParameter("status", "must be one of " + Arrays.toString(SaleStatus.values())));
    }

    static @Nullable String text(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (value.length() > LONGEST_TEXT) {
            throw new BadParameter("text", "must have at most " + LONGEST_TEXT + " characters");
        }
        return withoutControls("text", value).strip();
    }

    /** Some stores cannot search for such characters, and no name has them. */
    static String withoutControls(String name, String value) {
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new BadParameter(name, "must not contain control characters");
        }
        return value;
    }

    static @Nullable Instant day(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeParseException noDate) {
            throw new BadParameter(name, "must be a date such as 2027-02-28");
        }
    }
}
