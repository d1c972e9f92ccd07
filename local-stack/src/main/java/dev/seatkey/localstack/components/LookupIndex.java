package dev.seatkey.localstack.components;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A unique index that serves queries which say more than it holds; the collection asks each document for the rest.
 *
 * <p>Where each field holds one plain value, which is nearly always, keys are found without the library's detours, and kept
 * without the three objects that it keeps around each: half of what an insert costs is its indexes.
 *
 * <p>Used under the lock of its collection.
 */
class LookupIndex extends AbstractUniqueIndex<Integer> {
    private static final String ANY_OF = "$in";

    private final List<String> fields;

    /** By the value, or where there are several fields, by the key. */
    private final Map<@Nullable Object, Integer> positions = new HashMap<>();

    private @Nullable Document checked;
    private Set<KeyValue> keysOfChecked = Set.of();

    LookupIndex(String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, sparse);
        fields = keys.stream().map(IndexKey::getKey).toList();
    }

    @Override
    public Set<KeyValue> getKeyValues(Document document) {
        var values = new Object[fields.size()];
        for (var place = 0; place < values.length; place++) {
            var value = document.get(fields.get(place));
            if (value instanceof Integer number) {
                // As the library does: all kinds of numbers are alike.
                values[place] = number.doubleValue();
            } else if (value instanceof String || value instanceof UUID) {
                values[place] = value;
            } else {
                return super.getKeyValues(document);
            }
        }
        return Set.of(new KeyValue(values));
    }

    /** The collection asks all its indexes before it adds a document to each; the library would ask each once more then. */
    @Override
    public synchronized void checkAdd(Document document, MongoCollection<Integer> collection) {
        if (document == checked) {
            return;
        }
        if (isSparse()) {
            super.checkAdd(document, collection);
        } else {
            var keys = getKeyValues(document);
            if (keys.stream().anyMatch(this::containsKey)) {
                // Throws what says so.
                super.checkAdd(document, collection);
            }
            keysOfChecked = keys;
        }
        checked = document;
    }

    @Override
    public synchronized void add(Document document, Integer position, MongoCollection<Integer> collection) {
        if (isSparse()) {
            super.add(document, position, collection);
        } else {
            checkAdd(document, collection);
            keysOfChecked.forEach(key -> putKeyPosition(key, position));
        }
        checked = null;
    }

    @Override
    public boolean canHandle(Document query) {
        return super.canHandle(ofThisIndex(query));
    }

    @Override
    public Iterable<Integer> getPositions(Document query) {
        var part = ofThisIndex(query);
        return fields.size() == 1
                        && part.get(fields.get(0)) instanceof Document condition
                        && condition.size() == 1
                        && condition.get(ANY_OF) instanceof Collection<?> values
                ? positionsOf(values)
                : super.getPositions(part);
    }

    /** The library sorts all that is asked for, before it looks whether it is there. */
    private Set<Integer> positionsOf(Collection<?> values) {
        return values.stream()
                .map(value -> getPosition(new KeyValue(value).normalized()))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Document ofThisIndex(Document query) {
        var part = new Document();
        fields.stream().filter(query::containsKey).forEach(key -> part.put(key, query.get(key)));
        return part;
    }

    @Override
    protected boolean putKeyPosition(KeyValue key, Integer position) {
        return positions.putIfAbsent(valueOf(key), position) == null;
    }

    @Override
    protected @Nullable Integer getPosition(KeyValue key) {
        return positions.get(valueOf(key));
    }

    @Override
    protected @Nullable Integer removeDocument(KeyValue key) {
        return positions.remove(valueOf(key));
    }

    private @Nullable Object valueOf(KeyValue key) {
        return fields.size() == 1 ? key.get(0) : key;
    }

    @Override
    protected Iterable<Map.Entry<KeyValue, Integer>> getIterable() {
        return positions.entrySet().stream()
                .<Map.Entry<KeyValue, Integer>>map(each -> new SimpleImmutableEntry<>(
                        each.getKey() instanceof KeyValue key ? key : new KeyValue(new Object[] {each.getKey()}),
                        each.getValue()))
                .toList();
    }

    @Override
    public long getCount() {
        return positions.size();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }
}
