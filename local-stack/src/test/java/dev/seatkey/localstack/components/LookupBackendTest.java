package dev.seatkey.localstack.components;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import de.bwaldvogel.mongo.MongoServer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The embedded store")
class LookupBackendTest {
    private final MongoServer server = new MongoServer(new LookupBackend());
    private final MongoClient client = MongoClients.create(server.bindAndGetConnectionString());
    private final MongoCollection<Document> keys = client.getDatabase("some").getCollection("keys");

    @AfterEach
    void stop() {
        client.close();
        server.shutdownNow();
    }

    @Test
    @DisplayName("finds by a unique index what the query says more about, and only if all of it is true")
    void findsByAnIndexAndTheRestOfTheQuery() {
        // given
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
        assertThat(ids(keys, "{_id: {$in: [5, 3, 77, 3]}}")).containsExactlyInAnyOrder(3, 5);
        assertThat(ids(keys, "{_id: {$in: []}}")).isEmpty();
        assertThat(ids(keys, "{plan: 'p', number: 4, position: 0}")).containsExactly(4);
        assertThat(ids(keys, "{plan: 'p', number: 4, position: 1}")).isEmpty();
        assertThat(ids(keys, "{plan: 'p', number: {$gt: 7}}")).containsExactly(8, 9);
        assertThat(ids(keys, "{plan: 'p', number: {$gt: 5}, position: 1}")).containsExactly(7, 9);
        assertThat(ids(keys, "{plan: 'p', number: {$gt: 9}}")).isEmpty();
        assertThat(ids(keys, "{plan: 'q', number: {$gt: 1}}")).isEmpty();
        assertThat(ids(keys, "{$or: [{plan: 'p', number: {$gt: 7}}, {plan: 'q', number: {$gt: 0}}]}"))
                .containsExactly(8, 9);
        assertThat(ids(keys, "{$or: [{plan: 'p', number: {$gt: 8}}, {position: 0}]}"))
                .containsExactly(2, 4, 6, 8, 9);
        assertThat(keys.updateOne(Document.parse("{_id: 3, position: 2}"), Document.parse("{$set: {position: 3}}"))
                        .getMatchedCount())
                .isZero();

        // when
        keys.deleteOne(new Document("_id", 8));
        keys.updateOne(new Document("_id", 9), new Document("$set", new Document("number", 1_000)));

        // then
        assertThat(ids(keys, "{plan: 'p', number: {$gt: 7}}")).containsExactly(9);
        assertThat(ids(keys, "{plan: 'p', number: {$gt: 9}}")).containsExactly(9);
    }

    @Test
    @DisplayName("refuses what a unique index has, also where numbers are of another kind, until it is removed")
    void refusesWhatIsThere() {
        // given
        keys.createIndex(new Document("code", 1), new IndexOptions().unique(true));
        keys.createIndex(new Document("plan", 1).append("number", 1), new IndexOptions().unique(true));
        keys.insertOne(key(1, "a", "p", 1));
        keys.insertOne(key(2, "b", "p", null));

        // then
        assertThat(refused(key(1, "c", "q", 1))).isTrue();
        assertThat(refused(key(1L, "c", "q", 1))).isTrue();
        assertThat(refused(key(3, "a", "q", 1))).isTrue();
        assertThat(refused(key(3, "c", "p", 1.0))).isTrue();
        assertThat(refused(key(3, "c", "p", null))).isTrue();
        assertThat(refused(key(3, List.of("c", "a"), "q", 1))).isTrue();
        assertThat(ids(keys, "{}")).containsExactly(1, 2);

        // when
        keys.deleteOne(new Document("_id", 1));
        keys.updateOne(new Document("_id", 2), new Document("$set", new Document("code", "d")));

        // then
        assertThat(refused(key(1, "b", "p", 1))).isFalse();
        assertThat(refused(key(4, "d", "q", 1))).isTrue();
        assertThat(ids(keys, "{code: {$in: ['d', 'b', 'a']}}")).containsExactlyInAnyOrder(1, 2);
        assertThat(ids(keys, "{code: {$regex: '[a-c]'}}")).containsExactly(1);
    }

    private static Document key(Object id, Object code, String plan, @Nullable Object number) {
        return new Document("_id", id).append("code", code).append("plan", plan).append("number", number);
    }

    private boolean refused(Document key) {
        try {
            keys.insertOne(key);
            return false;
        } catch (MongoWriteException refused) {
            assertThat(refused.getError().getCategory()).isEqualTo(ErrorCategory.DUPLICATE_KEY);
            return true;
        }
    }

    @Test
    @DisplayName("finds what is due: of the asked slices, by the time that each document has now")
    void findsWhatIsDue() {
        // given
        keys.createIndex(new Document("slice", 1).append("dueAt", 1));
        keys.insertMany(IntStream.rangeClosed(1, 9)
                .mapToObj(id -> new Document("_id", id).append("slice", id % 3).append("dueAt", at(10 * (id / 2))))
                .toList());
        keys.insertOne(new Document("_id", 10).append("slice", 0));

        // when
        keys.updateOne(new Document("_id", 3), new Document("$set", new Document("dueAt", at(90))));
        keys.updateOne(new Document("_id", 6), new Document("$unset", new Document("dueAt", "")));
        keys.updateOne(new Document("_id", 8), new Document("$set", new Document("dueAt", at(0))));
        keys.deleteOne(new Document("_id", 2));

        // then
        assertThat(due(keys, List.of(0, 1, 2), 20)).containsExactly(1, 8, 4, 5);
        assertThat(due(keys, List.of(1), 20)).containsExactly(1, 4);
        assertThat(due(keys, List.of(0, 1, 2), 90)).containsExactly(1, 8, 4, 5, 7, 9, 3);
        assertThat(due(keys, List.of(0, 1, 2), -1)).isEmpty();
        assertThat(keys.find(Document.parse("{slice: {$in: [1, 2]}}").append("dueAt", new Document("$lte", at(90))))
                        .sort(new Document("dueAt", 1))
                        .limit(3)
                        .projection(new Document("_id", 0).append("dueAt", 1)))
                .as("the longest overdue of the asked slices")
                .extracting(key -> key.getDate("dueAt"))
                .containsExactly(at(0), at(0), at(20));
    }

    private static Date at(int seconds) {
        return Date.from(Instant.ofEpochSecond(seconds));
    }

    private static List<Integer> due(MongoCollection<Document> keys, List<Integer> slices, int seconds) {
        return keys.find(new Document("slice", new Document("$in", slices))
                        .append("dueAt", new Document("$lte", at(seconds))))
                .sort(new Document("dueAt", 1).append("_id", 1))
                .map(key -> key.getInteger("_id"))
                .into(new ArrayList<>());
    }

    private static List<Integer> ids(MongoCollection<Document> keys, String query) {
        return keys.find(Document.parse(query))
                .map(key -> key.getInteger("_id"))
                .into(new ArrayList<>());
    }
}
