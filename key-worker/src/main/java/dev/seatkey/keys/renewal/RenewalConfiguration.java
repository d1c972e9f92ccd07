package dev.seatkey.keys.renewal;

import com.mongodb.client.MongoDatabase;
import dev.seatkey.keys.issuing.Keys;
import dev.seatkey.keys.issuing.Seats;
import dev.seatkey.keys.plans.Plans;
import dev.seatkey.messaging.Subscription;
import dev.seatkey.schemas.Topics;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what works on time. */
@Configuration(proxyBeanMethods = false)
public class RenewalConfiguration {
    @Bean
    Subscription dueSubscription(Plans plans, Seats seats, Keys keys, MongoDatabase database) {
        return Subscription.toDue(
                Topics.KEY_WORKER,
                Topics.KEY_WORKER_DUE,
                new DueListener(plans, seats, keys),
                new DueKeysAndPlans(database));
    }
}
