package dev.seatkey.notifier;

import dev.seatkey.messaging.batch.MessagingConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** News about sales in, mails out. */
@SpringBootApplication
@Import(MessagingConfiguration.class)
public class Notifier {
    /** Starts the worker. */
    public static void main(String[] arguments) {
        SpringApplication.run(Notifier.class, arguments);
    }
}
