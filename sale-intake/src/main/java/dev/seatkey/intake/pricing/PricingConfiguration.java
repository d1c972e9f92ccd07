package dev.seatkey.intake.pricing;

import com.mongodb.client.MongoDatabase;
import dev.seatkey.contract.PriceListEntry;
import dev.seatkey.messaging.Subscription;
import dev.seatkey.schemas.Topics;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The wiring of the price list. */
@Configuration(proxyBeanMethods = false)
public class PricingConfiguration {
    /** Name of the subscription within the service. */
    public static final String SUBSCRIPTION = "price-list";

    @Bean
    PriceList priceList(MongoDatabase database) {
        return new MongoPriceList(database);
    }

    @Bean
    Subscription priceListSubscription(PriceList priceList) {
        return new Subscription(
                Topics.SALE_INTAKE,
                SUBSCRIPTION,
                List.of(Topics.PRICE_LIST),
                Set.of(PriceListEntry.class),
                new PriceListListener(priceList));
    }
}
