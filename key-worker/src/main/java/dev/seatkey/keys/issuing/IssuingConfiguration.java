package dev.seatkey.keys.issuing;

import com.mongodb.client.MongoDatabase;
import dev.seatkey.contract.TestLaunched;
import dev.seatkey.keys.plans.FollowedSales;
import dev.seatkey.keys.plans.Plans;
import dev.seatkey.messaging.Subscription;
import dev.seatkey.schemas.Topics;
import java.util.List;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what answers launches. */
@Configuration(proxyBeanMethods = false)
public class IssuingConfiguration {
    /** The collection of the seats. */
    public static final String SEATS = "seats";

    /** The collection of the keys. */
    public static final String KEYS = "keys";

    /** The collection of the launches and their answers. */
    public static final String LAUNCHES = "launches";

    @Bean
    Seats seats(MongoDatabase database) {
        return new MongoSeats(database);
    }

    @Bean
    Keys keys(MongoDatabase database) {
        return new MongoKeys(database);
    }

    @Bean
    Answers answers(MongoDatabase database) {
        return new MongoAnswers(database);
    }

    @Bean
    @ConditionalOnMissingBean
    KeyCodes keyCodes() {
        return new RandomKeyCodes();
    }

    @Bean
    AnswerLaunches answerLaunches(KeyCodes codes) {
        return new AnswerLaunches(codes);
    }

    @Bean
    Subscription launchSubscription(
            AnswerLaunches answerLaunches, FollowedSales sales, Plans plans, Seats seats, Keys keys, Answers answers) {
        return new Subscription(
                Topics.KEY_WORKER,
                "launches",
                List.of(Topics.TEST_LAUNCHES),
                Set.of(TestLaunched.class),
                new LaunchListener(answerLaunches, sales, plans, seats, keys, answers));
    }
}
