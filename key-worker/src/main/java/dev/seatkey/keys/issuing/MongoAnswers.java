package dev.seatkey.keys.issuing;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static org.bson.codecs.configuration.CodecRegistries.fromCodecs;
import static org.bson.codecs.configuration.CodecRegistries.fromRegistries;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOneModel;
import dev.seatkey.keys.working.Changes;
import dev.seatkey.messaging.store.ConditionalWrites;
import dev.seatkey.messaging.store.WholeDocumentCodec;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.bson.codecs.configuration.CodecRegistry;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Answers in MongoDB. */
final class MongoAnswers implements Answers {
    private final MongoCollection<AnsweredLaunch> launches;

    MongoAnswers(MongoDatabase database) {
        CodecRegistry known = database.getCodecRegistry();
        this.launches = database.getCollection(IssuingConfiguration.LAUNCHES, AnsweredLaunch.class)
                .withCodecRegistry(fromRegistries(fromCodecs(new WholeDocumentCodec<>(new LaunchCodec(known))), known));
    }

    @Override
    public Map<UUID, AnsweredLaunch> ofLaunches(Collection<UUID> ids) {
        Map<UUID, AnsweredLaunch> found = new HashMap<>();
        if (!ids.isEmpty()) {
            launches.find(in("_id", ids))
                    .forEach(answered -> found.put(answered.launch().id(), answered));
        }
        return found;
    }

    @Override
    public void keep(Changes<AnsweredLaunch> rulings) {
        ConditionalWrites.insert(launches, rulings.added());
        ConditionalWrites.update(
                launches, rulings.changed().stream().map(MongoAnswers::revision).toList());
    }

    private static UpdateOneModel<AnsweredLaunch> revision(Changes.Change<AnsweredLaunch> change) {
        Ruling after = change.after().ruling();
        return new UpdateOneModel<>(
                new Document("_id", change.before().launch().id())
                        .append("coveredBy", coveringSale(change.before().ruling())),
                combine(
                        setOrUnset("coveredBy", coveringSale(after)),
                        setOrUnset("refused", after instanceof Answer.Refused refused ? refused : null)));
    }

    private static @Nullable String coveringSale(Ruling ruling) {
        return ruling instanceof Ruling.CoveredBy covered ? covered.saleId() : null;
    }

    private static Bson setOrUnset(String field, @Nullable Object value) {
        return value == null ? unset(field) : set(field, value);
    }
}
