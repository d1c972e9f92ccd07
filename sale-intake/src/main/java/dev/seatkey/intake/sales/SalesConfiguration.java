package dev.seatkey.intake.sales;

import com.mongodb.client.MongoDatabase;
import dev.seatkey.messaging.store.StoreIndexes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The wiring of the stored sales. */
@Configuration(proxyBeanMethods = false)
public class SalesConfiguration {

    @Bean
    Sales sales(MongoDatabase database) {
        return new MongoSales(database);
    }

    @Bean
    StoreIndexes saleIndexes() {
        return new StoreIndexes(MongoSales.INDEXES);
    }
}
