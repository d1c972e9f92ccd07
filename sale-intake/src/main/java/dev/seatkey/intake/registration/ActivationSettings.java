package dev.seatkey.intake.registration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a plan may start (S9), under {@code seatkey.activation}.
 *
 * @param daysBack most days before the day of the registration
 * @param yearsAhead most years after it
 */
@ConfigurationProperties("seatkey.activation")
record ActivationSettings(
        @DefaultValue("30") int daysBack, @DefaultValue("2") int yearsAhead) {

    ActivationWindow window() {
        return new ActivationWindow(daysBack, yearsAhead);
    }
}
