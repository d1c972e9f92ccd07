package dev.seatkey.keys.issuing;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import dev.seatkey.messaging.store.ConditionalWrites;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

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
    public void keep(List<AnsweredLaunch> answers) {
        ConditionalWrites.insert(
                launches, answers.stream().map(LaunchDocument::of).toList());
    }
}
