package dev.seatkey.notifier.mails;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of this worker, under {@code seatkey.mail}. The mail server's address, login and TLS are under {@code spring.mail}.
 *
 * @param from whom the mails come from
 * @param firstPause before a mail is tried a second time; pauses double from there
 * @param longestPause no pause gets longer
 * @param giveUpAfter how long a mail is tried before it is parked
 */
@ConfigurationProperties("seatkey.mail")
record MailSettings(
        @DefaultValue("Seatkey <seatkey@localhost.localdomain>")
        String from,

        @DefaultValue("10s") Duration firstPause,
        @DefaultValue("1h") Duration longestPause,
        @DefaultValue("72h") Duration giveUpAfter) {

    Patience patience() {
        return new Patience(firstPause, longestPause, giveUpAfter);
    }
}
