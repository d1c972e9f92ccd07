package dev.seatkey.torture.inside.broken;

import com.mongodb.client.model.IndexOptions;
import dev.seatkey.messaging.store.StoreIndex;
import dev.seatkey.messaging.store.StoreIndexes;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Has no unique indexes, and trusts that what was looked up before a write is still so when it is written. Breaks: never
 * more learners than users sold, no seat number twice (K3).
 */
final class NoUniqueIndexes implements BeanPostProcessor {
    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof StoreIndexes indexes
                ? new StoreIndexes(indexes.all().stream()
                        .map(NoUniqueIndexes::withoutUnique)
                        .toList())
                : bean;
    }

    private static StoreIndex withoutUnique(StoreIndex index) {
        return index.options().isUnique()
                ? new StoreIndex(index.collection(), index.keys(), new IndexOptions(), index.serves())
                : index;
    }
}
