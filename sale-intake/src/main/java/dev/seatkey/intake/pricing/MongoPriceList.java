package dev.seatkey.intake.pricing;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOneModel;
import dev.seatkey.messaging.store.ConditionalWrites;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bson.Document;

/** The price list in MongoDB. */
final class MongoPriceList implements PriceList {
    private final MongoCollection<DistributionDocument> distributions;

    MongoPriceList(MongoDatabase database) {
        this.distributions = database.getCollection("price-list", DistributionDocument.class);
    }

    @Override
    public List<Distribution> find(Collection<String> distributionIds) {
        if (distributionIds.isEmpty()) {
            return List.of();
        }
        List<Distribution> found = new ArrayList<>();
        distributions.find(in("_id", distributionIds)).forEach(document -> found.add(document.distribution()));
        return found;
    }

    @Override
    public void write(Collection<Distribution> changed) {
        List<DistributionDocument> fresh = new ArrayList<>();
        List<UpdateOneModel<DistributionDocument>> updates = new ArrayList<>();
        for (Distribution each : changed) {
            DistributionDocument document = DistributionDocument.of(each, each.revision() + 1);
            if (each.revision() == 0) {
                fresh.add(document);
            } else {
                updates.add(update(document, each.revision()));
            }
        }
        ConditionalWrites.insert(distributions, fresh);
        ConditionalWrites.update(distributions, updates);
    }

    private static UpdateOneModel<DistributionDocument> update(DistributionDocument changed, int revision) {
        return new UpdateOneModel<>(
                new Document("_id", changed.distributionId()).append("revision", revision),
                combine(
                        set("name", changed.name()),
                        set("soldAsSubscriptionPlan", changed.soldAsSubscriptionPlan()),
                        set("keyLengthDays", changed.keyLengthDays()),
                        set("version", changed.version()),
                        set("prices", changed.prices()),
                        set("lastTold", changed.lastTold()),
                        set("revision", changed.revision())));
    }
}
