package dev.seatkey.keys.issuing;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOneModel;
import dev.seatkey.keys.working.Changes;
import dev.seatkey.messaging.store.ConditionalWrites;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Answers in MongoDB. */
final class MongoAnswers implements Answers {
    private final MongoCollection<LaunchDocument> launches;

    MongoAnswers(MongoDatabase database) {
        this.launches = database.getCollection(IssuingConfiguration.LAUNCHES, LaunchDocument.class);
    }

    @Override
    public Map<UUID, AnsweredLaunch> ofLaunches(Collection<UUID> ids) {
        Map<UUID, AnsweredLaunch> found = new HashMap<>();
        if (!ids.isEmpty()) {
            launches.find(in("_id", ids)).forEach(document -> found.put(document.id(), document.toAnsweredLaunch()));
        }
        return found;
    }

    @Override
    public void keep(Changes<AnsweredLaunch> rulings) {
        ConditionalWrites.insert(
                launches, rulings.added().stream().map(LaunchDocument::of).toList());
        ConditionalWrites.update(
                launches, rulings.changed().stream().map(MongoAnswers::revision).toList());
    }

    private static UpdateOneModel<LaunchDocument> revision(Changes.Change<AnsweredLaunch> change) {
        LaunchDocument before = LaunchDocument.of(change.before());
        LaunchDocument after = LaunchDocument.of(change.after());
        return new UpdateOneModel<>(
                new Document("_id", before.id()).append("coveredBy", before.coveredBy()),
                combine(setOrUnset("coveredBy", after.coveredBy()), setOrUnset("refused", after.refused())));
    }

    private static Bson setOrUnset(String field, @Nullable Object value) {
        return value == null ? unset(field) : set(field, value);
    }
}
