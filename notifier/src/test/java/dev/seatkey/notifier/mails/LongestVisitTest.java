package dev.seatkey.notifier.mails;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatkey.messaging.BatchHandler;
import dev.seatkey.messaging.store.StoreConfiguration;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

class LongestVisitTest {
    /** Greeting, EHLO, MAIL, RCPT, DATA and the end of the mail. */
    private static final int ANSWERS_TO_A_MAIL = 6;

    @Test
    @DisplayName(
            "N4: a batch of mails ends before its consumer counts as dead, however slow store, mail server and broker answer")
    void endsBeforeTheConsumerCountsAsDead() {
        Duration store = StoreConfiguration.LONGEST_OPERATION;
        Duration lastMail = store.plus(milliseconds("connectiontimeout"))
                .plus(milliseconds("timeout").multipliedBy(ANSWERS_TO_A_MAIL))
                .plus(store);

        Duration transaction = BatchHandler.LONGEST_TRANSACTION;

        Duration steps = store.plus(PostMails.LONGEST_VISIT).plus(lastMail).plus(store);

        // The transaction of the batch before goes on beside the steps.
        Duration batch = Collections.max(List.of(steps, transaction)).plus(transaction);
        assertThat(batch).isLessThan(BatchHandler.LONGEST_BATCH);
    }

    private static Duration milliseconds(String setting) {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application.yaml"));
        Properties settings = Objects.requireNonNull(yaml.getObject());
        return Duration.ofMillis(
                Long.parseLong(String.valueOf(settings.get("spring.mail.properties.mail.smtp." + setting))));
    }
}
