package dev.seatkey.bench.growth;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoDatabase;
import dev.seatkey.bench.arena.Arena;
import dev.seatkey.bench.arena.Heap;
import dev.seatkey.bench.launches.KeyWorkers;
import dev.seatkey.bench.launches.Schools;
import dev.seatkey.localstack.console.Console;
import dev.seatkey.localstack.stack.Surroundings;
import dev.seatkey.schemas.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;

/** A store that holds so many keys, with seats and launches, as the key worker makes them. */
final class FullStore {
    private static final int SCHOOLS = 50;
    private static final int PATTERN = 2_000;

    private final Surroundings where;
    private final MongoDatabase database;

    private FullStore(Surroundings where, MongoDatabase database) {
        this.where = where;
        this.database = database;
    }

    /** Has the worker make some, and copies these under other ids, of other sales, until there are enough. */
    static FullStore filled(
            Arena arena, Surroundings where, Heap heap, int keys, KeyWorkers keyWorkers, Console console) {
        try (var worker = keyWorkers.worker(where)) {
            var schools = new Schools("pattern-" + keys, SCHOOLS, arena.clock());
            keyWorkers.opened(worker, heap, SCHOOLS, schools);
            KeyWorkers.answer(worker.contestant(), schools.newLearners(PATTERN), heap);
        }
        var database = arena.store().getDatabase(where.databaseOf(Topics.KEY_WORKER));
        var patterns = List.of("launches", "seats", "keys").stream()
                .map(name -> new Pattern(name, database))
                .toList();
        for (var copy = 1; copy * PATTERN < keys; copy++) {
            for (var pattern : patterns) {
                pattern.copy(copy, database);
            }
        }
        var full = new FullStore(where, database);
        console.line(String.format("  %,d keys are in the store", full.keys()));
        return full;
    }

    /** Where workers find it. */
    Surroundings where() {
        return where;
    }

    /** How many keys it holds. */
    long keys() {
        return database.getCollection("keys").countDocuments();
    }

    /** Removes seats, keys and launches of these schools. */
    void remove(Schools schools) {
        database.getCollection("seats").deleteMany(in("saleId", schools.saleIds()));
        database.getCollection("keys").deleteMany(in("saleId", schools.saleIds()));
        database.getCollection("launches").deleteMany(in("coveredBy", schools.saleIds()));
    }

    private static final class Pattern {
        private final String name;
        private final List<Document> documents;

        Pattern(String name, MongoDatabase database) {
            this.name = name;
            this.documents = database.getCollection(name).find().limit(PATTERN).into(new ArrayList<>());
        }

        void copy(int number, MongoDatabase database) {
            database.getCollection(name)
                    .insertMany(
                            documents.stream().map(each -> copyOf(each, number)).toList());
        }

        private static Document copyOf(Document document, int number) {
            var copy = new Document(document);
            copy.put("_id", UUID.randomUUID());
            copy.computeIfPresent("saleId", (field, saleId) -> saleId + "-" + number);
            copy.computeIfPresent("code", (field, code) -> code + "-" + number);
            return copy;
        }
    }
}
