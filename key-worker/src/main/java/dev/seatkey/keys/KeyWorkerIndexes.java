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
    /**
     * How long the same launch gets the same answer (K1). Longer than a dead letter topic keeps a launch, 90 days, so that one
     * which is handled or replayed again always finds its answer.
     */
    private static final Duration ANSWERS_ARE_KEPT = Duration.ofDays(100);

    @Bean
    StoreIndexes indexes() {
        return new StoreIndexes(List.of(
                StoreIndex.forQuery(
                        PlansConfiguration.COLLECTION,
                        ascending("organizationId", "planTo"),
                        "the plans of a launch's organization that have not ended, or the last that has"),
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
