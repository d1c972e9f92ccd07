package dev.seatkey.bench.growth;

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
import java.util.Map;
import java.util.UUID;
import org.bson.Document;

/** A store that holds so many keys, with seats and launches, as the key worker makes them. */
final class FullStore {
    private static final int SCHOOLS = 50;
    private static final int PATTERN = 2_000;

    private FullStore() {}

    /** Has the worker make some, and copies these under other ids, of other sales, until there are enough. */
    static void fill(Arena arena, Surroundings where, Heap heap, int keys, KeyWorkers keyWorkers, Console console) {
        try (var worker = keyWorkers.worker(where)) {
            var schools = new Schools("pattern-" + keys, SCHOOLS, arena.clock());
            keyWorkers.opened(worker, heap, SCHOOLS, schools);
            heap.workOff(
                    worker.contestant(), schools.newLearners(PATTERN), Map.of(Topics.LAUNCH_RESULTS.name(), PATTERN));
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
        console.line(String.format(
                "  %,d keys are in the store", database.getCollection("keys").estimatedDocumentCount()));
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
