package dev.seatkey.messaging.store;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoDatabase;
import dev.seatkey.messaging.PassingFault;
import java.util.List;
import java.util.Set;

/** All indexes of a service, in one place. */
public record StoreIndexes(List<StoreIndex> all) {
    /** MongoDB's IndexOptionsConflict and IndexKeySpecsConflict. */
    private static final Set<Integer> OTHER_OPTIONS = Set.of(85, 86);

    public StoreIndexes {
        all = List.copyOf(all);
    }

    /**
     * Creates what is missing; what is there already stays.
     *
     * @throws PassingFault if an index is there with other options, and says what an operator has to do
     */
    public void createIn(MongoDatabase database) {
        all.forEach(index -> create(index, database));
    }

    private static void create(StoreIndex index, MongoDatabase database) {
        try {
            database.getCollection(index.collection()).createIndex(index.keys(), index.options());
        } catch (MongoCommandException e) {
            if (!OTHER_OPTIONS.contains(e.getErrorCode())) {
                throw e;
            }
            throw new PassingFault(
                    "collection " + index.collection() + " has the index for '" + index.serves()
                            + "' with other options; drop it, so that it is made anew (" + e.getErrorMessage() + ")",
                    e);
        }
    }
}
