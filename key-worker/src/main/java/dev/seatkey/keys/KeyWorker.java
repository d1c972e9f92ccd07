package dev.seatkey.keys;

import dev.seatkey.messaging.batch.MessagingConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** The key worker's program. */
@SpringBootApplication
@Import(MessagingConfiguration.class)
public class KeyWorker {
    public static void main(String[] args) {
        SpringApplication.run(KeyWorker.class, args);
    }
}
