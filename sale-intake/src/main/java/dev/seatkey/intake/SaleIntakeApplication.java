package dev.seatkey.intake;

import dev.seatkey.intake.listing.ListingConfiguration;
import dev.seatkey.intake.pricing.PricingConfiguration;
import dev.seatkey.intake.registration.RegistrationConfiguration;
import dev.seatkey.intake.sales.SalesConfiguration;
import dev.seatkey.intake.status.StatusConfiguration;
import dev.seatkey.messaging.batch.MessagingConfiguration;
import dev.seatkey.organizations.OrganizationsConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Starts the worker that takes in sales. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
    MessagingConfiguration.class,
    OrganizationsConfiguration.class,
    PricingConfiguration.class,
    SalesConfiguration.class,
    RegistrationConfiguration.class,
    StatusConfiguration.class,
    ListingConfiguration.class
})
public class SaleIntakeApplication {

    /** Starts the worker. */
    public static void main(String[] arguments) {
        SpringApplication.run(SaleIntakeApplication.class, arguments);
    }
}
