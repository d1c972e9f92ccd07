package dev.seatkey.organizations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.seatkey.messaging.Cause;
import dev.seatkey.messaging.LostRace;
import dev.seatkey.messaging.store.StoreIndexes;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MongoOrganizationsTest {
    private static final Person ANA = new Person("ana", "Ana", "ana@example.com", "es");

    private final MongoServer server = new MongoServer(new MemoryBackend());
    private final MongoClient client = MongoClients.create(server.bindAndGetConnectionString());
    private final MongoDatabase database = client.getDatabase("organizations-test");
    private final MongoOrganizations organizations = new MongoOrganizations(database);

    @BeforeEach
    void createIndexes() {
        new StoreIndexes(MongoOrganizations.INDEXES).createIn(database);
    }

    @AfterEach
    void stopServer() {
        client.close();
        server.shutdownNow();
    }

    @Test
    void readsBackWhatItWrote() {
        Organization school = stored("school", "district").with(new BroughtPeople("s-1", List.of(ANA), List.of()));
        Cause cause = new Cause("organizations-0@7", "id", "id", null, Instant.parse("2026-03-01T12:00:00Z"));
        Organization told = school.after(school, cause);

        organizations.write(List.of(told));

        assertThat(organizations.find(List.of("school", "unknown"))).containsExactly(told.atRevision(1));
        assertThat(organizations.find(List.of())).isEmpty();
    }

    @Test
    void readsBackWhatASaleBrought() {
        Organization founded = Organization.brought(
                "founded", "Founded", "school", true, new BroughtPeople("s-1", List.of(ANA), List.of()), "m-1");

        organizations.write(List.of(founded));

        assertThat(organizations.find(List.of("founded"))).containsExactly(founded.atRevision(1));
    }

    @Test
    void findsAllAboveAndAllBelow() {
        organizations.write(List.of(
                stored("class", "school"),
                stored("school", "district"),
                stored("district", null),
                stored("other", null)));

        OrganizationTree tree = organizations.withAncestors(List.of("class", "other"));

        assertThat(tree.ancestors("class")).containsExactly("school", "district");
        assertThat(tree.find("other")).isPresent();
        assertThat(organizations.atOrBelow("district")).containsExactlyInAnyOrder("district", "school", "class");
        assertThat(organizations.atOrBelow("class")).containsExactly("class");
    }

    @Test
    void comesToAnEndWhereParentsFormACircle() {
        organizations.write(List.of(stored("a", "b"), stored("b", "a")));

        assertThat(organizations.atOrBelow("a")).containsExactlyInAnyOrder("a", "b");
        assertThat(organizations.withAncestors(List.of("a")).ancestors("a")).containsExactly("b", "a");
    }

    @Test
    void losesTheRaceWhenSomebodyElseChangedTheOrganization() {
        Organization school = stored("school", null);
        organizations.write(List.of(school));
        organizations.write(List.of(read("school").with(new BroughtPeople("s-1", List.of(ANA), List.of()))));

        assertThatThrownBy(() -> organizations.write(List.of(school))).isInstanceOf(LostRace.class);
        assertThatThrownBy(() -> organizations.write(List.of(school.atRevision(1))))
                .isInstanceOf(LostRace.class);
        assertThat(read("school").contacts()).containsExactly(ANA);
    }

    private Organization read(String id) {
        return organizations.find(List.of(id)).get(0);
    }

    private static Organization stored(String id, @Nullable String parentId) {
        return Organization.told(id, id, parentId, true, List.of(), List.of());
    }
}
