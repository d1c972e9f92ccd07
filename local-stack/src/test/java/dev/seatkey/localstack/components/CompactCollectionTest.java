package dev.seatkey.localstack.components;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import de.bwaldvogel.mongo.MongoServer;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CompactCollectionTest {
    private final MongoServer server = new MongoServer(new LookupBackend());
    private final MongoClient client = MongoClients.create(server.bindAndGetConnectionString());
    private final MongoCollection<Document> things = client.getDatabase("test").getCollection("things");

    @AfterEach
    void stop() {
        client.close();
        server.shutdownNow();
    }

    @Test
    @DisplayName("gives back what it was given, of each type that the workers use")
    void givesBackWhatItWasGiven() {
        // given
        var thing = new Document("_id", new ObjectId())
                .append("text", "ñandú")
                .append("none", null)
                .append("int", 1)
                .append("long", 1L << 40)
                .append("double", 0.5)
                .append("price", Decimal128.parse("19.9900"))
                .append("date", new Date(5))
                .append("yes", true)
                .append("bytes", new Binary(new byte[] {1, 2, 3}))
                .append("list", List.of(1, "two", new Document("three", List.of())));

        // when
        things.insertOne(thing);

        // then
        assertThat(things.find().first()).isEqualTo(thing);
    }

    @Test
    @DisplayName("keeps what was changed, and nothing that was not asked to be kept")
    void keepsWhatWasChanged() {
        // given
        things.insertMany(numbered(1, 3));

        // when
        things.updateOne(new Document("_id", 2), new Document("$set", new Document("list.0", "changed")));
        things.findOneAndUpdate(
                new Document("_id", 3),
                new Document("$push", new Document("list", "pushed")),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
        things.replaceOne(new Document("_id", 1), new Document("other", true));

        // then
        assertThat(things.find(new Document("_id", 1)).first()).isEqualTo(Document.parse("{_id: 1, other: true}"));
        assertThat(things.find(new Document("_id", 2)).first())
                .isEqualTo(Document.parse("{_id: 2, list: ['changed']}"));
        assertThat(things.find(new Document("_id", 3)).first())
                .isEqualTo(Document.parse("{_id: 3, list: ['first', 'pushed']}"));
    }

    @Test
    @DisplayName("finds, counts and orders what is there, also in the places of what was deleted")
    void takesTheFreedPlaces() {
        // given
        things.insertMany(numbered(1, 4));

        // when
        things.deleteOne(new Document("_id", 2));
        things.deleteOne(new Document("_id", 3));
        things.insertMany(numbered(5, 7));

        // then
        assertThat(things.countDocuments()).isEqualTo(5);
        assertThat(things.estimatedDocumentCount()).isEqualTo(5);
        assertThat(ids(new Document("_id", -1))).containsExactly(7, 6, 5, 4, 1);
        assertThat(ids(new Document("$natural", 1))).containsExactly(1, 5, 6, 4, 7);
        assertThat(ids(new Document("$natural", -1))).containsExactly(7, 4, 6, 5, 1);
        assertThat(things.find(new Document("_id", 3)).first()).isNull();
    }

    @Test
    @DisplayName("finds ids of any type by index")
    void findsByUuid() {
        var id = new Binary((byte) 4, new byte[16]);
        things.insertOne(new Document("_id", id)
                .append("name", UUID.nameUUIDFromBytes(new byte[1]).toString()));

        assertThat(things.find(new Document("_id", id)).first()).containsKey("name");
    }

    private static List<Document> numbered(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(id -> new Document("_id", id).append("list", List.of("first")))
                .toList();
    }

    private List<Integer> ids(Document order) {
        return things.find().sort(order).map(thing -> thing.getInteger("_id")).into(new ArrayList<>());
    }
}
