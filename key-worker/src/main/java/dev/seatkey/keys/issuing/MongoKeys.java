package dev.seatkey.keys.issuing;

import static com.mongodb.client.model.Filters.in;
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
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonDocumentWrapper;
import org.bson.BsonInt32;
import org.bson.codecs.configuration.CodecRegistry;

/**
 * Keys in MongoDB. A change is conditional on how far the key's history had come when it was read. Conditions are flat
 * documents: the embedded store does not see an id inside an {@code $and}.
 */
final class MongoKeys implements Keys {
    private final MongoCollection<TestKey> keys;
    private final KeyChangeEncoder changeEncoder;

    MongoKeys(MongoDatabase database) {
        CodecRegistry known = database.getCodecRegistry();
        this.keys = database.getCollection(IssuingConfiguration.KEYS, TestKey.class)
                .withCodecRegistry(fromRegistries(fromCodecs(new WholeDocumentCodec<>(new KeyCodec(known))), known));
        this.changeEncoder = new KeyChangeEncoder(known);
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
                keys, changes.changed().stream().map(this::update).toList());
    }

    private UpdateOneModel<TestKey> update(Changes.Change<TestKey> change) {
        TestKey before = change.before();
        BsonDocument asItWasRead = new BsonDocument("_id", new BsonBinary(before.id()))
                .append("position", new BsonInt32(before.position()));
        return new UpdateOneModel<>(asItWasRead, new BsonDocumentWrapper<>(change, changeEncoder));
    }
}
