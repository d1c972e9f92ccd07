package dev.seatkey.intake.registration;

import java.time.LocalDate;

/**
 * When a plan may start, as seen from the day on which its registration reached the broker, in the sale's time zone (S9).
 *
 * @param daysBack most days back
 * @param yearsAhead most years ahead
 */
record ActivationWindow(int daysBack, int yearsAhead) {

    void check(Registration registration, Violations violations) {
        LocalDate today = registration
                .cause()
                .at()
                .atZone(TimeZones.orUtc(registration.timeZone()))
                .toLocalDate();
        LocalDate first = today.minusDays(daysBack);
        LocalDate last = today.plusYears(yearsAhead);
        LocalDate date = registration.activationDate();
        if (date.isBefore(first) || date.isAfter(last)) {
            violations.add("activationDate", ViolationCode.OUT_OF_RANGE, "Must be from " + first + " to " + last + ".");
        }
    }
}
