package dev.seatkey.messaging.store;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import dev.seatkey.messaging.LostRace;
import java.util.List;

/** Writes that either all take effect or say that somebody else was faster. */
public final class ConditionalWrites {
    private static final int DUPLICATE_KEY = 11000;

    private ConditionalWrites() {}

    /**
     * Inserts new documents in their order, up to the first that is not new.
     *
     * @throws LostRace if a unique index says that a document, or one with the same claim, is there already
     */
    public static <T> void insert(MongoCollection<T> collection, List<T> documents) {
        if (!documents.isEmpty()) {
            translatingDuplicates(() -> collection.insertMany(documents, new InsertManyOptions().ordered(true)));
        }
    }

    /**
     * Updates single documents, each under a condition on what it looked like when the decision was made.
     *
     * @throws LostRace if a condition no longer holds
     */
    public static <T> void update(MongoCollection<T> collection, List<UpdateOneModel<T>> updates) {
        if (!updates.isEmpty()) {
            translatingDuplicates(() -> {
                BulkWriteResult result = collection.bulkWrite(updates, new BulkWriteOptions().ordered(false));
                int expected = updates.size();
                if (result.getMatchedCount() + result.getUpserts().size() < expected) {
                    throw new LostRace("a document of " + collection.getNamespace() + " has changed meanwhile");
                }
            });
        }
    }

    /** Writes that need no condition, since writing them twice is writing them once. */
    public static <T> void apply(MongoCollection<T> collection, List<? extends WriteModel<T>> writes) {
        if (!writes.isEmpty()) {
            translatingDuplicates(() -> collection.bulkWrite(writes, new BulkWriteOptions().ordered(false)));
        }
    }

    private static void translatingDuplicates(Runnable write) {
        try {
            write.run();
        } catch (MongoBulkWriteException e) {
            if (e.getWriteErrors().stream().anyMatch(error -> error.getCode() == DUPLICATE_KEY)) {
                throw new LostRace(e.getWriteErrors().get(0).getMessage());
            }
            throw e;
        }
    }
}
