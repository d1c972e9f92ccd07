package dev.seatkey.organizations;

import com.mongodb.client.MongoDatabase;
import dev.seatkey.messaging.Subscription;
import dev.seatkey.messaging.store.StoreIndexes;
import dev.seatkey.schemas.Topics;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The wiring for a service that needs to know the organizations; it imports this. */
@Configuration(proxyBeanMethods = false)
public class OrganizationsConfiguration {
    /** Name of the subscription within the service: its consumer group is {@code <service>.organizations}. */
    public static final String SUBSCRIPTION = "organizations";

    @Bean
    Organizations organizations(MongoDatabase database) {
        return new MongoOrganizations(database);
    }

    @Bean
    StoreIndexes organizationIndexes() {
        return new StoreIndexes(MongoOrganizations.INDEXES);
    }

    @Bean
    Subscription organizationSubscription(
            @Value("${spring.application.name}") String service, Organizations organizations) {
        return new Subscription(
                service,
                SUBSCRIPTION,
                List.of(Topics.ORGANIZATIONS),
                Set.of(dev.seatkey.contract.Organization.class),
                new OrganizationListener(organizations));
    }
}
