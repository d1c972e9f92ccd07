package dev.seatkey.approval;

import dev.seatkey.messaging.batch.MessagingConfiguration;
import dev.seatkey.organizations.OrganizationsConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** Sale decisions in, approved and declined sales out. */
@SpringBootApplication
@Import({MessagingConfiguration.class, OrganizationsConfiguration.class})
public class ApprovalWorker {
    /** Starts the worker. */
    public static void main(String[] arguments) {
        SpringApplication.run(ApprovalWorker.class, arguments);
    }
}
