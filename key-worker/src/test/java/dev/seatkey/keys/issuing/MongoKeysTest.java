package dev.seatkey.keys.issuing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.seatkey.keys.samples.Causes;
import dev.seatkey.keys.working.Changes;
import dev.seatkey.messaging.LostRace;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MongoKeysTest {
    private static final Instant START = Instant.parse("2027-03-01T10:15:00Z");
    private static final Instant PLAN_TO = Instant.parse("2028-02-29T00:00:00Z");

    private final MongoServer server = new MongoServer(new MemoryBackend());
    private final MongoClient client =
            MongoClients.create(server.bindAndGetConnectionString() + "/?uuidRepresentation=standard");
    private final MongoDatabase database = client.getDatabase("keys");
    private final MongoKeys keys = new MongoKeys(database);

    @AfterEach
    void stop() {
        client.close();
        server.shutdownNow();
    }

    static Stream<Named<UnaryOperator<TestKey>>> changes() {
        return Stream.of(
                Named.of(
                        "renewed",
                        key -> key.renewedUntil(START.plus(Duration.ofDays(200)), Causes.record("due", START))),
                Named.of(
                        "renewed twice",
                        key -> key.renewedUntil(START.plus(Duration.ofDays(361)), Causes.record("due", START))),
                Named.of("closed", key -> key.caughtUpWith(PLAN_TO, Causes.record("due", PLAN_TO))));
    }

    @ParameterizedTest
    @MethodSource("changes")
    @DisplayName("A key that was changed is stored like one that is stored as it is now")
    void changesWhatIsStored(UnaryOperator<TestKey> change) {
        TestKey before = keyOf("emil");
        TestKey after = change.apply(before);
        BsonDocument storedAnew = stored(added(after));
        database.getCollection(IssuingConfiguration.KEYS).drop();
        keys.save(added(before));

        BsonDocument changed = stored(changed(before, after));

        assertThat(changed).isEqualTo(storedAnew);
        assertThat(keys.ofIds(List.of(before.id()))).isEqualTo(Map.of(before.id(), after));
    }

    @Test
    @DisplayName("A key that somebody else changed meanwhile is left as it is")
    void losesARace() {
        TestKey read = keyOf("emil");
        TestKey renewed = read.renewedUntil(START.plus(Duration.ofDays(200)), Causes.record("due", START));
        keys.save(added(read));
        keys.save(changed(read, renewed));
        TestKey closed = read.caughtUpWith(PLAN_TO, Causes.record("due", PLAN_TO));

        assertThatThrownBy(() -> keys.save(changed(read, closed))).isInstanceOf(LostRace.class);
        assertThat(keys.ofIds(List.of(read.id()))).isEqualTo(Map.of(read.id(), renewed));
    }

    private BsonDocument stored(Changes<TestKey> changes) {
        keys.save(changes);
        return database.getCollection(IssuingConfiguration.KEYS, BsonDocument.class)
                .find()
                .first();
    }

    private static Changes<TestKey> added(TestKey key) {
        return new Changes<>(List.of(key), List.of());
    }

    private static Changes<TestKey> changed(TestKey before, TestKey after) {
        return new Changes<>(List.of(), List.of(new Changes.Change<>(before, after)));
    }

    private static TestKey keyOf(String subject) {
        Learner learner = new Learner("https://lti.example", subject);
        return TestKey.issued(
                UUID.nameUUIDFromBytes(subject.getBytes(UTF_8)),
                KeyCode.carrying(new byte[15]),
                new KeyHolder("sale", 7, "org", learner),
                "algebra",
                new Timetable(START, ZoneId.of("Europe/Berlin"), 180, PLAN_TO),
                Causes.record("launch", START));
    }
}
