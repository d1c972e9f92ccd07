package dev.seatkey.keys.plans;

import com.mongodb.client.MongoDatabase;
import dev.seatkey.contract.SaleApproved;
import dev.seatkey.contract.SaleDeclined;
import dev.seatkey.contract.SaleRegistered;
import dev.seatkey.messaging.CatchUp;
import dev.seatkey.messaging.Subscription;
import dev.seatkey.schemas.Topics;
import java.util.List;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what keeps the plans. */
@Configuration(proxyBeanMethods = false)
public class PlansConfiguration {
    /** The collection of the plans. */
    public static final String COLLECTION = "plans";

    private static final String SUBSCRIPTION = "sales";

    @Bean
    Plans plans(MongoDatabase database) {
        return new MongoPlans(database);
    }

    @Bean
    @ConditionalOnMissingBean
    FollowedSales followedSales(CatchUp catchUp) {
        return () -> catchUp.require(Topics.KEY_WORKER + "." + SUBSCRIPTION, List.of(Topics.SALE_EVENTS));
    }

    @Bean
    Subscription saleSubscription(Plans plans) {
        return new Subscription(
                Topics.KEY_WORKER,
                SUBSCRIPTION,
                List.of(Topics.SALE_EVENTS),
                Set.of(SaleRegistered.class, SaleApproved.class, SaleDeclined.class),
                new SaleListener(plans));
    }
}
