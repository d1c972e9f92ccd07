package dev.seatkey.intake.registration;

import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The time zones that a plan's dates can be in. */
final class TimeZones {
    private static final Set<String> NAMES = Set.copyOf(ZoneId.getAvailableZoneIds());
    private static final ZoneId WHERE_ABSENT = ZoneId.of("UTC");

    private TimeZones() {}

    /** The IANA time zone of this name; UTC where none is given (S9). */
    static Optional<ZoneId> find(@Nullable String name) {
        if (name == null) {
            return Optional.of(WHERE_ABSENT);
        }
        return NAMES.contains(name) ? Optional.of(ZoneId.of(name)) : Optional.empty();
    }

    /** The time zone of this name, or UTC where there is none: for judging dates beside a wrong zone. */
    static ZoneId orUtc(@Nullable String name) {
        return find(name).orElse(WHERE_ABSENT);
    }
}
