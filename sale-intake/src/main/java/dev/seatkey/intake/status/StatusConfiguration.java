package dev.seatkey.intake.status;

import dev.seatkey.intake.sales.Sales;
import dev.seatkey.messaging.Subscription;
import dev.seatkey.schemas.Topics;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The wiring of what moves a sale. */
@Configuration(proxyBeanMethods = false)
public class StatusConfiguration {

    @Bean
    Subscription statusSubscription(Sales sales) {
        return new Subscription(
                Topics.SALE_INTAKE,
                "status",
                List.of(Topics.SALE_EVENTS, Topics.PLAN_EVENTS),
                StatusListener.HANDLED,
                new StatusListener(sales));
    }
}
