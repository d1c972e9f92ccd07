package dev.seatkey.localstack.components;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the documents whose time, the last field of the index, is at or before a given one. The library has no indexes but unique
 * ones, so that whoever looks for due work would search through all documents each time, as in no MongoDB.
 *
 * <p>Used under the lock of its collection. Says which documents may match; the collection asks each for the rest of the query.
 */
final class DueDateIndex extends Index<Integer> {
    private static final String AT_OR_BEFORE = "$lte";

    private final String field;

    /** Positions by the documents' ids, by time. */
    private final NavigableMap<Instant, Map<Object, Integer>> positions = new TreeMap<>();

    DueDateIndex(String name, List<IndexKey> keys) {
        super(name, keys, true);
        field = keys.get(keys.size() - 1).getKey();
    }

    @Override
    public boolean canHandle(Document query) {
        return latest(query) != null;
    }

    @Override
    public Iterable<Integer> getPositions(Document query) {
        return inOrder(query).toList();
    }

    /** Whether an order is that of the times. */
    boolean isOrder(@Nullable Document order) {
        return order != null
                && order.size() == 1
                && order.get(field) instanceof Number direction
                && direction.intValue() == 1;
    }

    /** The positions, of the longest overdue first. */
    Stream<Integer> inOrder(Document query) {
        return positions.headMap(Objects.requireNonNull(latest(query)), true).values().stream()
                .flatMap(some -> some.values().stream());
    }

    private @Nullable Instant latest(Document query) {
        return query.get(field) instanceof Document condition
                        && condition.size() == 1
                        && condition.get(AT_OR_BEFORE) instanceof Instant latest
                ? latest
                : null;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Integer> collection) {}

    @Override
    public void add(Document document, Integer position, MongoCollection<Integer> collection) {
        if (document.get(field) instanceof Instant at) {
            positions.computeIfAbsent(at, none -> new HashMap<>()).put(document.get("_id"), position);
        }
    }

    @Override
    public @Nullable Integer remove(Document document) {
        if (!(document.get(field) instanceof Instant at)) {
            return null;
        }
        var some = positions.get(at);
        if (some == null) {
            return null;
        }
        var position = some.remove(document.get("_id"));
        if (some.isEmpty()) {
            positions.remove(at);
        }
        return position;
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Integer> collection) {}

    @Override
    public void updateInPlace(Document before, Document after, Integer position, MongoCollection<Integer> collection) {
        remove(before);
        add(after, position, collection);
    }

    /** Tells of no single document where it is: of those of one time there may be many. */
    @Override
    public @Nullable Integer getPosition(Document document) {
        return null;
    }

    @Override
    public long getCount() {
        return positions.values().stream().mapToLong(Map::size).sum();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    @Override
    public void drop() {
        positions.clear();
    }
}
