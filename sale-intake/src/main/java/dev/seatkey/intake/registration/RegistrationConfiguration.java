package dev.seatkey.intake.registration;

import com.mongodb.client.MongoDatabase;
import dev.seatkey.intake.pricing.PriceList;
import dev.seatkey.intake.sales.Sales;
import dev.seatkey.messaging.CatchUp;
import dev.seatkey.messaging.Subscription;
import dev.seatkey.organizations.Organizations;
import dev.seatkey.schemas.Topics;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The wiring of registrations. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ActivationSettings.class)
public class RegistrationConfiguration {

    @Bean
    RegistrationListener registrationListener(
            ActivationSettings settings,
            Sales sales,
            Organizations organizations,
            PriceList priceList,
            MongoDatabase database,
            CatchUp catchUp) {
        return new RegistrationListener(
                new RegisterSale(settings.window()),
                sales,
                organizations,
                priceList,
                new MongoUsedNumbers(database),
                new TopicReferences(catchUp));
    }

    @Bean
    Subscription registrationSubscription(RegistrationListener listener) {
        return new Subscription(
                Topics.SALE_INTAKE,
                "registration",
                List.of(Topics.SALE_COMMANDS),
                Set.of(dev.seatkey.contract.RegisterSale.class),
                listener);
    }
}
