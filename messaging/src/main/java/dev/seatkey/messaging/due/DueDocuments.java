package dev.seatkey.messaging.due;

import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bson.Document;

/**
 * Documents that say in {@code dueAt} when something is due, and in {@code slice} whose it is to look for it. Their collections
 * have an index on both.
 */
public final class DueDocuments {
    /** Else the driver asks for all of them in one answer, and holds them at once. */
    private static final int READ_AT_ONCE = 1_000;

    private DueDocuments() {}

    /** What is due in these slices at {@code now} or before, the longest overdue first, at most {@code limit}. */
    public static List<DueItem> find(
            MongoCollection<Document> collection, String work, Instant now, Collection<Integer> slices, int limit) {
        List<DueItem> due = new ArrayList<>();
        query(collection, now, slices, limit)
                .forEach(document -> due.add(new DueItem(
                        work,
                        document.get("_id", Object.class).toString(),
                        document.getDate("dueAt").toInstant(),
                        document.getInteger("slice"))));
        return due;
    }

    /** The query for them, for who wants to know which index it uses. */
    public static FindIterable<Document> query(
            MongoCollection<Document> collection, Instant now, Collection<Integer> slices, int limit) {
        return collection
                .find(new Document("slice", new Document("$in", slices)).append("dueAt", new Document("$lte", now)))
                .projection(include("dueAt", "slice"))
                .sort(ascending("dueAt"))
                .limit(limit)
                .batchSize(READ_AT_ONCE);
    }
}
