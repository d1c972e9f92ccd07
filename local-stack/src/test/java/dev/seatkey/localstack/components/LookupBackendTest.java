package dev.seatkey.localstack.components;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import de.bwaldvogel.mongo.MongoServer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The embedded store")
class LookupBackendTest {

    @Test
    @DisplayName("finds by a unique index what the query says more about, and only if all of it is true")
    void findsByAnIndexAndTheRestOfTheQuery() {
        var server = new MongoServer(new LookupBackend());
        try (var client = MongoClients.create(server.bindAndGetConnectionString())) {
            // given
            var keys = client.getDatabase("some").getCollection("keys");
            keys.createIndex(new Document("plan", 1).append("number", 1), new IndexOptions().unique(true));
            keys.insertMany(IntStream.rangeClosed(1, 9)
                    .mapToObj(id -> new Document("_id", id)
                            .append("position", id % 2)
                            .append("plan", "p")
                            .append("number", id))
                    .toList());

            // then
            assertThat(ids(keys, "{_id: 3, position: 1}")).containsExactly(3);
            assertThat(ids(keys, "{_id: 3, position: 2}")).isEmpty();
            assertThat(ids(keys, "{_id: {$in: [3, 4, 5]}, position: 1}")).containsExactly(3, 5);
            assertThat(ids(keys, "{plan: 'p', number: 4, position: 0}")).containsExactly(4);
            assertThat(ids(keys, "{plan: 'p', number: 4, position: 1}")).isEmpty();
            assertThat(ids(keys, "{plan: 'p', number: {$gt: 7}}")).containsExactly(8, 9);
            assertThat(keys.updateOne(Document.parse("{_id: 3, position: 2}"), Document.parse("{$set: {position: 3}}"))
                            .getMatchedCount())
                    .isZero();
        } finally {
            server.shutdownNow();
        }
    }

    private static List<Integer> ids(MongoCollection<Document> keys, String query) {
        return keys.find(Document.parse(query))
                .map(key -> key.getInteger("_id"))
                .into(new ArrayList<>());
    }
}
