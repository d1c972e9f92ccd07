package dev.seatkey.intake.listing;

import com.mongodb.client.MongoDatabase;
import dev.seatkey.organizations.Organizations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The wiring of the list of sales. */
@Configuration(proxyBeanMethods = false)
public class ListingConfiguration {

    @Bean
    SalesController salesController(Organizations organizations, MongoDatabase database) {
        return new SalesController(organizations, new MongoSaleList(database));
    }
}
