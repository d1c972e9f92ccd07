package dev.seatkey.keys.issuing;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static org.bson.codecs.configuration.CodecRegistries.fromCodecs;
import static org.bson.codecs.configuration.CodecRegistries.fromRegistries;

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
import java.util.UUID;
import org.bson.Document;
import org.bson.codecs.configuration.CodecRegistry;
import org.bson.conversions.Bson;

/**
 * Keys in MongoDB. A change is conditional on how far the key's history had come when it was read. Conditions are flat
 * documents: the embedded store does not see an id inside an {@code $and}.
 */
final class MongoKeys implements Keys {
    private final MongoCollection<TestKey> keys;

    MongoKeys(MongoDatabase database) {
        CodecRegistry known = database.getCodecRegistry();
        this.keys = database.getCollection(IssuingConfiguration.KEYS, TestKey.class)
                .withCodecRegistry(fromRegistries(fromCodecs(new KeyCodec(known), new TermCodec()), known));
    }

    @Override
    public Map<UUID, TestKey> ofIds(Collection<UUID> ids) {
        Map<UUID, TestKey> found = new HashMap<>();
        if (!ids.isEmpty()) {
            keys.find(in("_id", ids)).forEach(key -> found.put(key.id(), key));
        }
        return found;
    }

    @Override
    public void save(Changes<TestKey> changes) {
        ConditionalWrites.insert(keys, changes.added());
        ConditionalWrites.update(
                keys, changes.changed().stream().map(MongoKeys::update).toList());
    }

    private static UpdateOneModel<TestKey> update(Changes.Change<TestKey> change) {
        TestKey before = change.before();
        TestKey after = change.after();
        List<Term> begun =
                after.terms().subList(before.terms().size(), after.terms().size());
        List<Bson> updates = new ArrayList<>();
        updates.add(set("position", after.position()));
        updates.add(after.dueAt() == null ? unset("dueAt") : set("dueAt", after.dueAt()));
        if (!begun.isEmpty()) {
            updates.add(pushEach("terms", begun));
        }
        if (after.closing() != null) {
            updates.add(set("closing", after.closing()));
        }
        return new UpdateOneModel<>(
                new Document("_id", after.id()).append("position", before.position()), combine(updates));
    }
}
