package dev.seatkey.keys.plans;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.seatkey.keys.samples.Causes;
import dev.seatkey.keys.working.Changes;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MongoPlansTest {
    private static final Instant FROM = Instant.parse("2027-03-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2028-02-29T00:00:00Z");

    private final MongoServer server = new MongoServer(new MemoryBackend());
    private final MongoClient client = MongoClients.create(server.bindAndGetConnectionString());
    private final MongoDatabase database = client.getDatabase("plans");
    private final MongoPlans plans = new MongoPlans(database);

    @AfterEach
    void stop() {
        client.close();
        server.shutdownNow();
    }

    static Stream<Changes.Change<Plan>> changes() {
        Plan pending = Plan.pending(new Sold("sale", "org", "it-pro", 12, FROM, TO, ZoneId.of("Europe/Berlin"), 180));
        Plan approved = pending.approved(Causes.record("approval", FROM.minus(Duration.ofDays(1))));
        Plan active = approved.turned(0, Causes.record("due", FROM));
        Plan ended = active.turned(7, Causes.record("end", TO));
        return Stream.of(
                new Changes.Change<>(pending, pending.declined()),
                new Changes.Change<>(pending, approved),
                new Changes.Change<>(approved, active),
                new Changes.Change<>(active, ended),
                new Changes.Change<>(approved, ended));
    }

    @ParameterizedTest
    @MethodSource("changes")
    @DisplayName("A plan that was changed is stored like one that is stored as it is now")
    void changesWhatIsStored(Changes.Change<Plan> change) {
        BsonDocument storedAnew = stored(new Changes<>(List.of(change.after()), List.of()));
        database.getCollection(PlansConfiguration.COLLECTION).drop();
        plans.save(new Changes<>(List.of(change.before()), List.of()));

        BsonDocument changed = stored(new Changes<>(List.of(), List.of(change)));

        assertThat(changed).isEqualTo(storedAnew);
        assertThat(plans.ofSales(List.of("sale"))).isEqualTo(Map.of("sale", change.after()));
    }

    @Test
    @DisplayName("K3: how many seats are taken is noted, and never less than before")
    void notesSeatsTaken() {
        Sold sold = new Sold("sale", "org", "it-pro", 12, FROM, TO, ZoneId.of("Europe/Berlin"), 180);
        plans.save(new Changes<>(List.of(Plan.pending(sold)), List.of()));

        plans.noteSeatsTaken(Map.of("sale", 5));
        plans.noteSeatsTaken(Map.of("sale", 4));

        assertThat(plans.seatsTaken(List.of("sale", "unknown"))).isEqualTo(Map.of("sale", 5));
    }

    private BsonDocument stored(Changes<Plan> changes) {
        plans.save(changes);
        return database.getCollection(PlansConfiguration.COLLECTION, BsonDocument.class)
                .find()
                .first();
    }
}
