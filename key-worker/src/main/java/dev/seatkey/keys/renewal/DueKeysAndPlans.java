package dev.seatkey.keys.renewal;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import dev.seatkey.keys.issuing.IssuingConfiguration;
import dev.seatkey.keys.plans.PlansConfiguration;
import dev.seatkey.messaging.due.DueDocuments;
import dev.seatkey.messaging.due.DueItem;
import dev.seatkey.messaging.due.DueWork;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;

/** Finds in MongoDB the keys and plans that fell due. */
final class DueKeysAndPlans implements DueWork {
    static final String RENEW_KEY = "renew-key";
    static final String TURN_PLAN = "turn-plan";

    private final MongoCollection<Document> keys;
    private final MongoCollection<Document> plans;

    DueKeysAndPlans(MongoDatabase database) {
        this.keys = database.getCollection(IssuingConfiguration.KEYS);
        this.plans = database.getCollection(PlansConfiguration.COLLECTION);
    }

    @Override
    public List<DueItem> dueAt(Instant now, Collection<Integer> slices, int limit) {
        List<DueItem> duePlans = DueDocuments.find(plans, TURN_PLAN, now, slices, limit);
        List<DueItem> dueKeys = DueDocuments.find(keys, RENEW_KEY, now, slices, limit);
        return Stream.concat(duePlans.stream(), dueKeys.stream())
                .sorted(Comparator.comparing(DueItem::dueAt))
                .limit(limit)
                .toList();
    }
}
