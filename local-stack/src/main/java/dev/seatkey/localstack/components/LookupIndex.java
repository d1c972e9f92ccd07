package dev.seatkey.localstack.components;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.memory.index.MemoryUniqueIndex;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;

/** A unique index that serves queries which say more than it holds; the collection asks each document for the rest. */
class LookupIndex extends MemoryUniqueIndex {
    LookupIndex(String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, sparse);
    }

    @Override
    public boolean canHandle(Document query) {
        return super.canHandle(ofThisIndex(query));
    }

    @Override
    public Iterable<Integer> getPositions(Document query) {
        return super.getPositions(ofThisIndex(query));
    }

    private Document ofThisIndex(Document query) {
        var part = new Document();
        keys().stream().filter(query::containsKey).forEach(key -> part.put(key, query.get(key)));
        return part;
    }
}
