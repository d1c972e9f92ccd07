package dev.seatkey.localstack.components;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A unique index of two fields that also finds the documents with one value of the first, and numbers above a given one in the second.
 * The library would search through all documents, as no MongoDB does.
 *
 * <p>Used under the lock of its collection.
 */
final class RangeIndex extends LookupIndex {
    private static final String ABOVE = "$gt";
    private static final String EITHER = "$or";

    private final String first;
    private final String second;
    /** By the first field, the numbers in the second; what is no number there is kept as in any index. */
    private final Map<Object, NavigableMap<Double, Integer>> positions = new HashMap<>();

    RangeIndex(String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, sparse);
        first = keys.get(0).getKey();
        second = keys.get(1).getKey();
    }

    @Override
    public boolean canHandle(Document query) {
        return ranges(query).allMatch(this::isRange) || super.canHandle(query);
    }

    @Override
    public Iterable<Integer> getPositions(Document query) {
        return ranges(query).allMatch(this::isRange)
                ? ranges(query).flatMap(this::inRange).collect(Collectors.toCollection(LinkedHashSet::new))
                : super.getPositions(query);
    }

    /** The query, or where it is nothing but alternatives, each of them. */
    private static Stream<Document> ranges(Document query) {
        return query.size() == 1 && query.get(EITHER) instanceof List<?> alternatives
                ? alternatives.stream().map(Document.class::cast)
                : Stream.of(query);
    }

    private boolean isRange(Document query) {
        return query.get(first) instanceof String
                && query.get(second) instanceof Document condition
                && condition.size() == 1
                && condition.get(ABOVE) instanceof Integer;
    }

    private Stream<Integer> inRange(Document query) {
        var above = (Integer) Objects.requireNonNull(((Document) Objects.requireNonNull(query.get(second))).get(ABOVE));
        var ofFirst = positions.get(query.get(first));
        return ofFirst == null ? Stream.of() : ofFirst.tailMap(above.doubleValue(), false).values().stream();
    }

    @Override
    protected boolean putKeyPosition(KeyValue key, Integer position) {
        return key.get(1) instanceof Double number
                ? positions.computeIfAbsent(key.get(0), none -> new TreeMap<>()).putIfAbsent(number, position) == null
                : super.putKeyPosition(key, position);
    }

    @Override
    protected @Nullable Integer getPosition(KeyValue key) {
        if (!(key.get(1) instanceof Double number)) {
            return super.getPosition(key);
        }
        var ofFirst = positions.get(key.get(0));
        return ofFirst == null ? null : ofFirst.get(number);
    }

    @Override
    protected @Nullable Integer removeDocument(KeyValue key) {
        if (!(key.get(1) instanceof Double number)) {
            return super.removeDocument(key);
        }
        var ofFirst = positions.get(key.get(0));
        if (ofFirst == null) {
            return null;
        }
        var position = ofFirst.remove(number);
        if (ofFirst.isEmpty()) {
            positions.remove(key.get(0));
        }
        return position;
    }

    @Override
    public long getCount() {
        return super.getCount()
                + positions.values().stream().mapToLong(Map::size).sum();
    }
}
