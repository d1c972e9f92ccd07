package dev.seatkey.keys.plans;

import static com.mongodb.client.model.Accumulators.first;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Aggregates.replaceRoot;
import static com.mongodb.client.model.Aggregates.sort;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static org.bson.codecs.configuration.CodecRegistries.fromCodecs;
import static org.bson.codecs.configuration.CodecRegistries.fromRegistries;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOneModel;
import dev.seatkey.keys.working.Changes;
import dev.seatkey.messaging.store.ConditionalWrites;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Plans in MongoDB. A change is conditional on the revision that was read. Conditions are flat documents: the embedded
 * store does not see an id inside an {@code $and}.
 */
final class MongoPlans implements Plans {
    private static final List<String> APPROVED =
            List.of(PlanState.APPROVED.name(), PlanState.ACTIVE.name(), PlanState.ENDED.name());

    private final MongoCollection<Plan> plans;

    MongoPlans(MongoDatabase database) {
        this.plans = database.getCollection(PlansConfiguration.COLLECTION, Plan.class)
                .withCodecRegistry(fromRegistries(
                        fromCodecs(new PlanCodec(), new StartCodec(), new EndingCodec()), database.getCodecRegistry()));
    }

    @Override
    public Map<String, Plan> ofSales(Collection<String> saleIds) {
        Map<String, Plan> found = new HashMap<>();
        if (!saleIds.isEmpty()) {
            plans.find(in("_id", saleIds)).forEach(plan -> found.put(plan.saleId(), plan));
        }
        return found;
    }

    @Override
    public List<Plan> endingAfter(Instant time, Collection<String> organizationIds) {
        List<Plan> found = new ArrayList<>();
        if (!organizationIds.isEmpty()) {
            Document running = new Document("organizationId", new Document("$in", organizationIds))
                    .append("planTo", new Document("$gt", time));
            plans.find(running).into(found);
        }
        return found;
    }

    @Override
    public List<Plan> lastEndingBy(Instant time, Collection<String> organizationIds) {
        List<Plan> found = new ArrayList<>();
        if (!organizationIds.isEmpty()) {
            Document over = new Document("organizationId", new Document("$in", organizationIds))
                    .append("planTo", new Document("$lte", time))
                    .append("state", new Document("$in", APPROVED));
            Document kind = new Document("organization", "$organizationId").append("distribution", "$distributionId");
            plans.aggregate(List.of(
                            match(over),
                            sort(descending("planTo")),
                            group(kind, first("plan", "$$ROOT")),
                            replaceRoot("$plan")))
                    .into(found);
        }
        return found;
    }

    @Override
    public void save(Changes<Plan> changes) {
        ConditionalWrites.insert(plans, changes.added());
        ConditionalWrites.update(
                plans, changes.changed().stream().map(MongoPlans::update).toList());
    }

    private static UpdateOneModel<Plan> update(Changes.Change<Plan> change) {
        Plan after = change.after();
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
    public Map<String, Integer> seatsTaken(Collection<String> saleIds) {
        Map<String, Integer> taken = new HashMap<>();
        if (!saleIds.isEmpty()) {
            plans.withDocumentClass(BsonDocument.class)
                    .find(in("_id", saleIds))
                    .projection(include("seatsTaken"))
                    .forEach(plan -> taken.put(
                            plan.getString("_id").getValue(),
                            plan.getInt32("seatsTaken").getValue()));
        }
        return taken;
    }

    @Override
    public void noteSeatsTaken(Map<String, Integer> atLeast) {
        ConditionalWrites.apply(
                plans,
                atLeast.entrySet().stream()
                        .map(each ->
                                new UpdateOneModel<Plan>(eq("_id", each.getKey()), max("seatsTaken", each.getValue())))
                        .toList());
    }
}
