package dev.seatkey.intake.sales;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * When the plan of a sale runs (S9): {@code [from, to)}.
 *
 * @param activationDate its first day
 * @param cancellationDate the first day that it no longer covers: 365 calendar days later, whatever the calendar says
 * @param timeZone IANA time zone that the dates are in
 * @param from first instant of the activation date, which is not midnight where the zone skips it
 * @param to first instant of the cancellation date
 */
public record PlanTime(
        LocalDate activationDate, LocalDate cancellationDate, String timeZone, Instant from, Instant to) {
    private static final int DAYS = 365;

    /** The time of a plan that starts on this date in this zone. */
    public static PlanTime from(LocalDate activationDate, ZoneId zone) {
        LocalDate cancellationDate = activationDate.plusDays(DAYS);
        return new PlanTime(
                activationDate,
                cancellationDate,
                zone.getId(),
                activationDate.atStartOfDay(zone).toInstant(),
                cancellationDate.atStartOfDay(zone).toInstant());
    }
}
