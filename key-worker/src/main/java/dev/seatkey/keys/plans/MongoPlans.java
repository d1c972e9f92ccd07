package dev.seatkey.keys.plans;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOneModel;
import dev.seatkey.keys.working.Changes;
import dev.seatkey.messaging.store.ConditionalWrites;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Plans in MongoDB. A change is conditional on the revision that was read. Conditions are flat documents: the embedded
 * store does not see an id inside an {@code $and}.
 */
final class MongoPlans implements Plans {
    private final MongoCollection<PlanDocument> plans;

    MongoPlans(MongoDatabase database) {
        this.plans = database.getCollection(PlansConfiguration.COLLECTION, PlanDocument.class);
    }

    @Override
    public Map<String, Plan> ofSales(Collection<String> saleIds) {
        Map<String, Plan> found = new HashMap<>();
        if (!saleIds.isEmpty()) {
            plans.find(in("_id", saleIds)).forEach(document -> found.put(document.saleId(), document.toPlan()));
        }
        return found;
    }

    @Override
    public List<Plan> ofOrganizations(Collection<String> organizationIds) {
        List<Plan> found = new ArrayList<>();
        if (!organizationIds.isEmpty()) {
            plans.find(in("organizationId", organizationIds)).forEach(document -> found.add(document.toPlan()));
        }
        return found;
    }

    @Override
    public void save(Changes<Plan> changes) {
        ConditionalWrites.insert(
                plans, changes.added().stream().map(PlanDocument::of).toList());
        ConditionalWrites.update(
                plans, changes.changed().stream().map(MongoPlans::update).toList());
    }

    private static UpdateOneModel<PlanDocument> update(Changes.Change<Plan> change) {
        PlanDocument after = PlanDocument.of(change.after());
        return new UpdateOneModel<>(
                new Document("_id", after.saleId())
                        .append("revision", change.before().revision()),
                combine(
                        set("state", after.state()),
                        setOrUnset("started", after.started()),
                        setOrUnset("ended", after.ended()),
                        setOrUnset("dueAt", after.dueAt()),
                        set("revision", after.revision())));
    }

    private static Bson setOrUnset(String field, @Nullable Object value) {
        return value == null ? unset(field) : set(field, value);
    }

    @Override
    public void noteSeatsTaken(Map<String, Integer> atLeast) {
        ConditionalWrites.apply(
                plans,
                atLeast.entrySet().stream()
                        .map(each -> new UpdateOneModel<PlanDocument>(
                                eq("_id", each.getKey()), max("seatsTaken", each.getValue())))
                        .toList());
    }
}
