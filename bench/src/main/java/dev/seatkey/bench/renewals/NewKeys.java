package dev.seatkey.bench.renewals;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/**
 * Keys in their first term. They are put back before each round: under a plan of a year no key lives through more than three terms,
 * and keys of ten would say more about reading long documents than about renewals.
 */
final class NewKeys {
    private static final int READ_AT_ONCE = 10_000;

    private final List<Document> keys;
    private final Instant from;

    private NewKeys(List<Document> keys) {
        this.keys = keys;
        from = keys.stream()
                .map(key -> firstTermOf(key).getDate("from").toInstant())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** As these are, which must not have been renewed yet. */
    static NewKeys like(MongoCollection<Document> keys) {
        return new NewKeys(keys.find().batchSize(READ_AT_ONCE).into(new ArrayList<>()));
    }

    int count() {
        return keys.size();
    }

    /** Has a collection hold nothing else than these keys, whose first term began then, or a moment before. */
    void putInto(MongoCollection<Document> collection, Instant began) {
        collection.deleteMany(Filters.empty());
        var later = began.toEpochMilli() - from.toEpochMilli();
        collection.insertMany(keys.stream().map(key -> moved(key, later)).toList());
    }

    private static Document moved(Document key, long later) {
        var term = new Document(firstTermOf(key));
        move(term, "from", later);
        move(term, "to", later);
        var moved = new Document(key).append("terms", List.of(term));
        move(moved, "dueAt", later);
        return moved;
    }

    private static void move(Document document, String field, long later) {
        document.put(field, new Date(document.getDate(field).getTime() + later));
    }

    private static Document firstTermOf(Document key) {
        return key.getList("terms", Document.class).get(0);
    }
}
