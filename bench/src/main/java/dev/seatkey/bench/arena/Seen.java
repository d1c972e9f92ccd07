package dev.seatkey.bench.arena;

import com.mongodb.client.model.IndexOptions;
import java.time.Duration;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.Document;

/** What the workers have sent and stored so far: number and size of what a bare opponent has to move. */
public final class Seen {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(200);

    private final Arena arena;

    public Seen(Arena arena) {
        this.arena = arena;
    }

    /** One of a worker's documents. */
    public BsonDocument document(String worker, String collection) {
        var database = arena.store().getDatabase(arena.surroundings().databaseOf(worker));
        var found =
                database.getCollection(collection, BsonDocument.class).find().first();
        if (found == null) {
            throw new IllegalStateException(worker + " has stored nothing in " + collection);
        }
        return found;
    }

    /** Gives another database the indexes of a worker's collection: the store's work is a part of the limit. */
    public void copyIndexes(String worker, String collection, String into) {
        var where = arena.surroundings();
        var copy = arena.store().getDatabase(where.databaseOf(into)).getCollection(collection);
        arena.store()
                .getDatabase(where.databaseOf(worker))
                .getCollection(collection)
                .listIndexes()
                .forEach(index -> {
                    var keys = index.get("key", Document.class);
                    if (!keys.containsKey("_id")) {
                        copy.createIndex(
                                keys,
                                new IndexOptions()
                                        .unique(index.getBoolean("unique", false))
                                        .sparse(index.getBoolean("sparse", false)));
                    }
                });
    }

    /** An update that sets fields of a document to what they are; all but the id, if none is named. */
    public static String changeOf(BsonDocument document, String... fields) {
        var set = new BsonDocument();
        document.forEach((field, value) -> {
            if (!field.equals("_id") && (fields.length == 0 || List.of(fields).contains(field))) {
                set.put(field, value);
            }
        });
        return new BsonDocument("$set", set).toJson();
    }

    /** The mean size of the values in a topic, as far as one look shows them. */
    public int meanSize(String topic) {
        try (var consumer = Committed.fromTheBeginning(arena.surroundings().broker(), List.of(topic))) {
            var giveUp = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < giveUp) {
                var records = consumer.poll(SHORT);
                if (!records.isEmpty()) {
                    var bytes = 0;
                    for (var record : records) {
                        bytes += record.value().length;
                    }
                    return bytes / records.count();
                }
            }
        }
        throw new IllegalStateException("There is nothing in " + topic);
    }
}
