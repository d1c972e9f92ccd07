package dev.seatkey.messaging.store;

import com.mongodb.client.MongoDatabase;
import java.util.List;

/** All indexes of a service, in one place. */
public record StoreIndexes(List<StoreIndex> all) {
    public StoreIndexes {
        all = List.copyOf(all);
    }

    /** Creates what is missing; what is there already stays. */
    public void createIn(MongoDatabase database) {
        all.forEach(index -> database.getCollection(index.collection()).createIndex(index.keys(), index.options()));
    }
}
