package dev.seatkey.keys;

import static com.mongodb.client.model.Indexes.ascending;

import dev.seatkey.keys.issuing.IssuingConfiguration;
import dev.seatkey.keys.plans.PlansConfiguration;
import dev.seatkey.messaging.store.StoreIndex;
import dev.seatkey.messaging.store.StoreIndexes;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** All indexes of the key worker; what is found by its id needs none of its own. */
@Configuration(proxyBeanMethods = false)
class KeyWorkerIndexes {
    /** Longer than test-launches keeps a launch, so that one which is handled again always finds its answer. */
    private static final Duration ANSWERS_ARE_KEPT = Duration.ofDays(40);

    @Bean
    StoreIndexes indexes() {
        return new StoreIndexes(List.of(
                StoreIndex.forQuery(
                        PlansConfiguration.COLLECTION,
                        ascending("organizationId"),
                        "the plans of a launch's organization"),
                StoreIndex.forQuery(
                        PlansConfiguration.COLLECTION, ascending("slice", "dueAt"), "plans that start or end"),
                StoreIndex.unique(
                        IssuingConfiguration.SEATS,
                        ascending("saleId", "number"),
                        "one learner for a seat number of a plan; the highest number taken"),
                StoreIndex.unique(IssuingConfiguration.KEYS, ascending("code"), "no code twice"),
                StoreIndex.forQuery(
                        IssuingConfiguration.KEYS, ascending("slice", "dueAt"), "keys to renew or to close"),
                StoreIndex.expiring(
                        IssuingConfiguration.LAUNCHES,
                        ascending("cause.at"),
                        ANSWERS_ARE_KEPT,
                        "removes answers that nobody can ask for again")));
    }
}
