package dev.seatkey.intake.listing;

import static dev.seatkey.intake.Samples.NOON;
import static dev.seatkey.intake.Samples.aSale;
import static dev.seatkey.intake.Samples.aSaleToANewCustomer;
import static dev.seatkey.intake.Samples.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import dev.seatkey.contract.PlanActivated;
import dev.seatkey.contract.RegisterSale;
import dev.seatkey.intake.WiredIntake;
import dev.seatkey.intake.sales.SaleStatus;
import dev.seatkey.localstack.components.Components;
import dev.seatkey.localstack.components.DocumentStore;
import dev.seatkey.messaging.testkit.Records;
import dev.seatkey.organizations.Organizations;
import dev.seatkey.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** No query of this service scans its collection. Said by the store itself, of every query that the service sends. */
class IndexUseIT {
    private static final Set<String> QUERIES = Set.of("find", "aggregate", "update");
    private static final Set<String> OF_THE_SESSION =
            Set.of("lsid", "txnNumber", "$db", "$clusterTime", "$readPreference", "writeConcern", "maxTimeMS");

    private final DocumentStore store = Components.shared().store();
    private final WiredIntake intake = new WiredIntake();
    private final List<BsonDocument> sent = Collections.synchronizedList(new ArrayList<>());

    @Test
    void answersEveryQueryByAnIndex() {
        assumeThat(System.getenv().getOrDefault(DocumentStore.SETTING, "embedded"))
                .as("the embedded store cannot explain")
                .isNotEqualTo("embedded");
        try (MongoClient client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(store.uri()))
                .addCommandListener(new Listener())
                .build())) {
            MongoDatabase database = intake.market(client.getDatabase(store.databasePrefix() + UUID.randomUUID()));
            run(database);
            fill(database);
            sent.clear();
            run(database);
            list(database);

            List<BsonDocument> queries = List.copyOf(sent);
            assertThat(queries).hasSizeGreaterThan(15);
            // Some stores plan by statistics, which come some seconds after the documents.
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(queries).allSatisfy(query -> usesAnIndex(database, query)));
        }
    }

    /** Everything that messages make the service do. */
    private void run(MongoDatabase database) {
        String run = UUID.randomUUID().toString();
        Records registrations = intake.records();
        register(
                registrations, aSale("plain-" + run).setCustomerPoNumber("PO-1").setOrderNumber("O-1"));
        register(registrations, aSaleToANewCustomer("founding-" + run, "founded-" + run));
        register(registrations, aSale("adding-" + run).setNewUsers(List.of(person("emil-" + run))));
        intake.kit(WiredIntake.REGISTRATION).runOn(database, registrations.all());
        Records events = intake.records();
        events.add(
                Topics.PLAN_EVENTS,
                "plain-" + run,
                NOON,
                PlanActivated.newBuilder()
                        .setSaleId("plain-" + run)
                        .setPosition(1)
                        .setOrganizationId("harbor")
                        .setDistributionId("practice-test")
                        .setSeats(25)
                        .setPlanFrom(NOON)
                        .setPlanTo(NOON.plusSeconds(1))
                        .setTimeZone("UTC")
                        .setActivatedAt(NOON)
                        .build());
        intake.kit(WiredIntake.STATUS).runOn(database, events.all());
    }

    private void list(MongoDatabase database) {
        Organizations organizations = intake.organizations(database);
        MongoSaleList sales = new MongoSaleList(database);
        Set<String> northwind = organizations.atOrBelow("northwind");
        List<SaleQuery> queries = List.of(
                new SaleQuery(northwind, null, null, null, null, 0, 50),
                new SaleQuery(northwind, SaleStatus.ACTIVE, "po-1", NOON.minusSeconds(1), NOON.plusSeconds(1), 1, 10),
                new SaleQuery(Set.of("harbor"), SaleStatus.ACTIVE, null, null, null, 0, 50));
        for (SaleQuery query : queries) {
            sales.page(query);
            assertThat(sales.count(query)).isPositive();
        }
    }

    /** Enough other documents that a scan would be the worse plan. */
    private static void fill(MongoDatabase database) {
        for (String name : List.of("sales", "organizations", "price-list", "used-numbers")) {
            MongoCollection<Document> collection = database.getCollection(name);
            Document model = java.util.Objects.requireNonNull(collection.find().first());
            collection.insertMany(IntStream.range(0, 5_000)
                    .mapToObj(i -> other(model, name, i))
                    .toList());
        }
    }

    private static Document other(Document model, String name, int number) {
        Document other = new Document(model).append("_id", "other-" + number);
        other.remove("newCustomerId");
        if (name.equals("sales")) {
            other.append("customerId", "customer-" + number % 500);
        }
        return name.equals("organizations") ? other.append("parentId", "other-" + number / 10) : other;
    }

    private static void usesAnIndex(MongoDatabase database, BsonDocument query) {
        assertThat(plan(database, query))
                .as(query.toJson())
                .containsAnyOf("IXSCAN", "IDHACK", "EXPRESS")
                .doesNotContain("COLLSCAN");
    }

    private static String plan(MongoDatabase database, BsonDocument query) {
        return database.runCommand(new Document("explain", query).append("verbosity", "queryPlanner"))
                .toJson();
    }

    private static void register(Records records, RegisterSale.Builder sale) {
        records.add(Topics.SALE_COMMANDS, sale.getSaleId(), NOON, sale.build());
    }

    private final class Listener implements CommandListener {
        @Override
        public void commandStarted(CommandStartedEvent event) {
            if (QUERIES.contains(event.getCommandName()) && !isUpsert(event.getCommand())) {
                BsonDocument query = BsonDocument.parse(event.getCommand().toJson());
                query.keySet().removeAll(OF_THE_SESSION);
                sent.add(query);
            }
        }

        /** It goes by {@code _id}, and stores differ in how they explain what they would insert. */
        private static boolean isUpsert(@Nullable BsonDocument command) {
            return command != null && command.toJson().contains("\"upsert\": true");
        }
    }
}
