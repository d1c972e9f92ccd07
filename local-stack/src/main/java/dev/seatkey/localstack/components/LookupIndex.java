package dev.seatkey.localstack.components;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.memory.index.MemoryUniqueIndex;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A unique index that serves queries which say more than it holds; the collection asks each document for the rest. */
class LookupIndex extends MemoryUniqueIndex {
    private @Nullable Document checked;

    LookupIndex(String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, sparse);
    }

    /** The collection asks all its indexes before it adds a document to each; the library would ask each once more then. */
    @Override
    public synchronized void checkAdd(Document document, MongoCollection<Integer> collection) {
        if (document != checked) {
            super.checkAdd(document, collection);
            checked = document;
        }
    }

    @Override
    public synchronized void add(Document document, Integer position, MongoCollection<Integer> collection) {
        super.add(document, position, collection);
        checked = null;
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
