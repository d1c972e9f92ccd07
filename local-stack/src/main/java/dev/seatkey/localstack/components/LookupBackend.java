package dev.seatkey.localstack.components;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import java.util.List;

/**
 * Documents in memory, found by unique indexes also where the query says more than the index holds: an id, and on what
 * condition; and by the time at which they are due. The library's own indexes serve queries for exactly their fields and leave
 * the others to a search through all documents, so that a conditional update of one document would cost the more the more there
 * are, as in no MongoDB.
 */
final class LookupBackend extends AbstractMongoBackend {
    /** By this field, documents are searched for what is due. */
    private static final String DUE = "dueAt";

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new LookupDatabase(name, getCursorRegistry());
    }

    private static final class LookupDatabase extends AbstractSynchronizedMongoDatabase<Integer> {
        LookupDatabase(String name, CursorRegistry cursors) {
            super(name, cursors);
            initializeNamespacesAndIndexes();
        }

        @Override
        protected long getStorageSize() {
            return 0;
        }

        @Override
        protected long getFileSize() {
            return 0;
        }

        @Override
        protected MongoCollection<Integer> openOrCreateCollection(String collection, CollectionOptions options) {
            return new CompactCollection(this, collection, options, cursorRegistry);
        }

        @Override
        protected Index<Integer> openOrCreateUniqueIndex(
                String collection, String name, List<IndexKey> keys, boolean sparse) {
            return keys.size() == 2 ? new RangeIndex(name, keys, sparse) : new LookupIndex(name, keys, sparse);
        }

        @Override
        protected Index<Integer> openOrCreateSecondaryIndex(
                String collection, String name, List<IndexKey> keys, boolean sparse) {
            return keys.get(keys.size() - 1).getKey().equals(DUE)
                    ? new DueDateIndex(name, keys)
                    : super.openOrCreateSecondaryIndex(collection, name, keys, sparse);
        }
    }
}
