package dev.seatkey.messaging.store;

import com.mongodb.client.model.IndexOptions;
import java.time.Duration;
import org.bson.conversions.Bson;

/**
 * One index of a service.
 *
 * @param serves the query or the invariant that it is there for, in words
 */
public record StoreIndex(String collection, Bson keys, IndexOptions options, String serves) {

    /** An index that a query goes by. */
    public static StoreIndex forQuery(String collection, Bson keys, String serves) {
        return new StoreIndex(collection, keys, new IndexOptions(), serves);
    }

    /** An index that makes the store itself keep an invariant. */
    public static StoreIndex unique(String collection, Bson keys, String serves) {
        return new StoreIndex(collection, keys, new IndexOptions().unique(true), serves);
    }

    /** An index that removes a document some time after the instant in the indexed field. */
    public static StoreIndex expiring(String collection, Bson keys, Duration after, String serves) {
        return new StoreIndex(
                collection,
                keys,
                new IndexOptions().expireAfter(after.toSeconds(), java.util.concurrent.TimeUnit.SECONDS),
                serves);
    }
}
