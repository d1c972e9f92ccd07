package dev.seatkey.localstack.clock;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A duration as a person types it: {@code +180d}, {@code +12h}, {@code +1d12h30m}. */
final class Ahead {
    private static final Pattern TYPED =
            Pattern.compile("\\+?(?:(\\d{1,5})d)?(?:(\\d{1,5})h)?(?:(\\d{1,5})m)?(?:(\\d{1,5})s)?");

    private Ahead() {}

    static Duration parse(String typed) {
        var parts = TYPED.matcher(typed);
        if (!parts.matches() || typed.replace("+", "").isEmpty()) {
            throw new IllegalArgumentException(
                    "'" + typed + "' is no duration ahead; write for example +180d, +12h or +1d12h30m");
        }
        return Duration.ofDays(number(parts.group(1)))
                .plusHours(number(parts.group(2)))
                .plusMinutes(number(parts.group(3)))
                .plusSeconds(number(parts.group(4)));
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
