package dev.seatkey.keys.renewal;

import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import dev.seatkey.keys.issuing.IssuingConfiguration;
import dev.seatkey.keys.plans.PlansConfiguration;
import dev.seatkey.messaging.due.DueItem;
import dev.seatkey.messaging.due.DueWork;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.bson.Document;

/** Finds in MongoDB the keys and plans that fell due. */
final class DueKeysAndPlans implements DueWork {
    static final String RENEW_KEY = "renew-key";
    static final String TURN_PLAN = "turn-plan";

    /** Else the driver asks for all of them in one answer, and holds them at once. */
    private static final int READ_AT_ONCE = 1_000;

    private final MongoCollection<Document> keys;
    private final MongoCollection<Document> plans;

    DueKeysAndPlans(MongoDatabase database) {
        this.keys = database.getCollection(IssuingConfiguration.KEYS);
        this.plans = database.getCollection(PlansConfiguration.COLLECTION);
    }

    @Override
    public List<DueItem> dueAt(Instant now, Collection<Integer> slices, int limit) {
        List<DueItem> due = new ArrayList<>();
        collect(plans, TURN_PLAN, now, slices, limit, due);
        collect(keys, RENEW_KEY, now, slices, limit, due);
        return due.stream()
                .sorted(Comparator.comparing(DueItem::dueAt))
                .limit(limit)
                .toList();
    }

    private static void collect(
            MongoCollection<Document> collection,
            String work,
            Instant now,
            Collection<Integer> slices,
            int limit,
            List<DueItem> due) {
        collection
                .find(new Document("slice", new Document("$in", slices)).append("dueAt", new Document("$lte", now)))
                .projection(include("dueAt", "slice"))
                .sort(ascending("dueAt"))
                .limit(limit)
                .batchSize(READ_AT_ONCE)
                .forEach(document -> due.add(new DueItem(
                        work,
                        document.get("_id", Object.class).toString(),
                        document.getDate("dueAt").toInstant(),
                        document.getInteger("slice"))));
    }
}
