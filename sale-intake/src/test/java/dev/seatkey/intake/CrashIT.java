package dev.seatkey.intake;

import static dev.seatkey.intake.Samples.NOON;
import static dev.seatkey.intake.Samples.aSale;
import static dev.seatkey.intake.Samples.aSaleToANewCustomer;
import static dev.seatkey.intake.Samples.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.mongodb.client.MongoDatabase;
import dev.seatkey.contract.Organization;
import dev.seatkey.contract.PlanActivated;
import dev.seatkey.contract.PlanEndReason;
import dev.seatkey.contract.PlanEnded;
import dev.seatkey.contract.PriceListEntry;
import dev.seatkey.contract.RegisterSale;
import dev.seatkey.contract.SaleApproved;
import dev.seatkey.contract.SaleDeclined;
import dev.seatkey.contract.SaleDetails;
import dev.seatkey.contract.SaleRegistered;
import dev.seatkey.contract.UserReference;
import dev.seatkey.intake.sales.SaleDocument;
import dev.seatkey.intake.sales.SaleEvents;
import dev.seatkey.messaging.testkit.CrashKit;
import dev.seatkey.messaging.testkit.Records;
import dev.seatkey.messaging.testkit.SentRecord;
import dev.seatkey.schemas.Topics;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Every handler with a crash after each step and around each write. */
class CrashIT {
    private final WiredIntake intake = new WiredIntake();

    @Test
    @DisplayName("S1, S2, S10, S11: registrations of every kind, in one batch, give the same events after any crash")
    void registersTheSameAfterAnyCrash() {
        Records records = intake.records();
        register(records, aSale("before").setCustomerPoNumber("PO-1"));
        List<ConsumerRecord<byte[], byte[]>> before = records.all();
        register(records, aSale("plain").setCustomerPoNumber("PO-1").setOrderNumber("O-9"));
        register(records, aSaleToANewCustomer("founding", "founded"));
        register(
                records,
                aSale("following")
                        .setCustomerId("founded")
                        .setNewContacts(List.of(person("dora")))
                        .setNewUsers(List.of(person("emil"))));
        register(records, aSale("plain").setCustomerPoNumber("PO-1").setOrderNumber("O-9"));
        register(records, aSale("plain").setNumberOfUsers(26));
        register(records, aSale("corrected").setNumberOfUsers(0));
        register(records, aSale("corrected").setOrderNumber("O-9"));
        register(records, aSale("before").setCustomerPoNumber("PO-1"));
        register(records, aSaleToANewCustomer("copycat", "founded"));
        List<ConsumerRecord<byte[], byte[]>> batch =
                records.all().subList(before.size(), records.all().size());

        List<SentRecord> sent = intake.kit(WiredIntake.REGISTRATION).survivesEveryCrash(before, batch);

        assertThat(sent)
                .extracting(SentRecord::type, SentRecord::key)
                .containsExactly(
                        tuple("SaleRegistered", "plain"),
                        tuple("Organization", "founded"),
                        tuple("SaleRegistered", "founding"),
                        tuple("SaleRegistered", "following"),
                        tuple("SaleRegistered", "plain"),
                        tuple("SaleRejected", "plain"),
                        tuple("SaleRejected", "corrected"),
                        tuple("SaleRegistered", "corrected"),
                        tuple("SaleRegistered", "before"),
                        tuple("SaleRejected", "copycat"));
        assertThat(sent.get(0).body())
                .contains("\"earlierSaleWithPoNumber\": \"before\"", "\"earlierSaleWithOrderNumber\": null");
        assertThat(sent.get(7).body()).contains("\"earlierSaleWithOrderNumber\": \"plain\"");
        assertThat(sent.get(4)).isEqualTo(sent.get(0));
    }

    @Test
    @DisplayName("What a crash leaves half written is completed when the batch is handled again")
    void completesWhatACrashLeft() {
        Records records = intake.records();
        register(records, aSale("one").setCustomerPoNumber("PO-1").setNewUsers(List.of(person("emil"))));
        MongoDatabase database = intake.market();
        CrashKit kit = intake.kit(WiredIntake.REGISTRATION);
        kit.runOn(database, records.all());
        database.getCollection("organizations")
                .updateOne(new Document("_id", "harbor"), new Document("$set", new Document("brought", List.of())));
        database.getCollection("used-numbers").drop();

        kit.runOn(database, records.all());
        kit.runOn(database, records.all());

        assertThat(intake.organizations(database).find(List.of("harbor")).get(0).brought())
                .singleElement()
                .satisfies(brought -> assertThat(brought.users()).hasSize(1));
        assertThat(database.getCollection("used-numbers").countDocuments()).isEqualTo(1);
    }

    @Test
    @DisplayName("What stays of a sale is how it stands, also where one of its topics is handled again after the other")
    void endsWithTheCurrentStateWhateverIsHandledAgain() {
        Records registrations = intake.records();
        register(registrations, aSale("one"));
        MongoDatabase database = intake.market();
        intake.kit(WiredIntake.REGISTRATION).runOn(database, registrations.all());
        Records approval = intake.records();
        approved(approval, "one");
        Records activation = intake.records();
        activated(activation, "one");
        CrashKit kit = intake.kit(WiredIntake.STATUS);
        List<SentRecord> first = kit.runOn(database, approval.all());
        List<SentRecord> second = kit.runOn(database, activation.all());

        List<SentRecord> replayed = kit.runOn(database, approval.all());

        assertThat(replayed).containsExactly(first.get(0), second.get(0));
        assertThat(kit.runOn(database, activation.all())).isEqualTo(second);
    }

    @Test
    @DisplayName("S10: a registered sale is told as pending; told of again later, what stays is how it stands by then")
    void tellsARegisteredSale() {
        Records registrations = intake.records();
        register(registrations, aSale("one"));
        MongoDatabase database = intake.market();
        intake.kit(WiredIntake.REGISTRATION).runOn(database, registrations.all());
        Records registered = intake.records();
        registered(registered, "one");
        Records approval = intake.records();
        approved(approval, "one");
        CrashKit kit = intake.kit(WiredIntake.STATUS);

        assertThat(kit.runOn(database, registered.all()))
                .extracting(CrashIT::status)
                .containsExactly("PENDING_APPROVAL");
        kit.runOn(database, approval.all());

        assertThat(kit.runOn(database, registered.all()))
                .extracting(CrashIT::status)
                .containsExactly("APPROVED");
    }

    @Test
    @DisplayName("A sale's way through its statuses gives the same records after any crash")
    void followsTheSameAfterAnyCrash() {
        Records registrations = intake.records();
        Stream.of("early", "plain", "declined").forEach(saleId -> register(registrations, aSale(saleId)));
        Records lives = intake.records();
        activated(lives, "early");
        activated(lives, "plain");
        ended(lives, "plain");
        activated(lives, "plain");
        Records decisions = intake.records();
        approved(decisions, "early");
        approved(decisions, "plain");
        approved(decisions, "plain");
        declined(decisions, "declined");
        CrashKit kit = new CrashKit(
                intake.format(),
                () -> {
                    MongoDatabase database = intake.market();
                    intake.kit(WiredIntake.REGISTRATION).runOn(database, registrations.all());
                    return database;
                },
                database -> intake.subscription(database, WiredIntake.STATUS));

        List<SentRecord> early = kit.survivesEveryCrash(lives.all().subList(0, 1), decisions.all());
        List<SentRecord> late = kit.survivesEveryCrash(
                decisions.all(), lives.all().subList(1, lives.all().size()));

        assertThat(early)
                .extracting(SentRecord::key, CrashIT::status)
                .containsExactly(tuple("early", "ACTIVE"), tuple("plain", "APPROVED"), tuple("declined", "DECLINED"));
        assertThat(early.get(0).body()).contains("\"userId\": \"ada\"");
        assertThat(late)
                .extracting(SentRecord::key, CrashIT::status)
                .containsExactly(tuple("plain", "ACTIVE"), tuple("plain", "ENDED"));
    }

    private static String status(SentRecord record) {
        return record.body().replaceAll(".*\"status\": \"(\\w+)\".*", "$1");
    }

    @Test
    @DisplayName("Organizations and prices stand as their newest records tell, after any crash")
    void followsOrganizationsAndPricesAfterAnyCrash() {
        Records organizations = intake.records();
        Records prices = intake.records();
        for (String name : List.of("First", "Second", "Third")) {
            Samples.organizations()
                    .forEach(each -> organizations.add(
                            Topics.ORGANIZATIONS,
                            each.getOrganizationId(),
                            NOON,
                            Organization.newBuilder(each).setName(name).build()));
            Samples.priceList()
                    .forEach(each -> prices.add(
                            Topics.PRICE_LIST,
                            each.getDistributionId(),
                            NOON,
                            PriceListEntry.newBuilder(each).setVersion(name).build()));
        }

        assertThat(intake.kit(WiredIntake.ORGANIZATIONS).survivesEveryCrash(List.of(), organizations.all()))
                .isEmpty();
        assertThat(intake.kit(WiredIntake.PRICE_LIST).survivesEveryCrash(List.of(), prices.all()))
                .isEmpty();

        MongoDatabase database = intake.market();
        for (int run = 0; run < 2; run++) {
            intake.kit(WiredIntake.ORGANIZATIONS)
                    .runOn(
                            database,
                            organizations.all().subList(run, organizations.all().size()));
            intake.kit(WiredIntake.PRICE_LIST).runOn(database, prices.all());
            assertThat(database.getCollection("organizations").distinct("name", String.class))
                    .containsExactly("Third");
            assertThat(database.getCollection("price-list").distinct("version", String.class))
                    .containsExactly("Third");
        }
    }

    private static void register(Records records, RegisterSale.Builder sale) {
        records.add(Topics.SALE_COMMANDS, sale.getSaleId(), NOON, sale.build());
    }

    private void registered(Records records, String saleId) {
        SaleRegistered event = SaleRegistered.newBuilder()
                .setPosition(1)
                .setSale(details(saleId))
                .setNewContacts(List.of())
                .setNewUsers(List.of())
                .build();
        records.add(Topics.SALE_EVENTS, saleId, NOON, event);
    }

    private void approved(Records records, String saleId) {
        records.add(
                Topics.SALE_EVENTS,
                saleId,
                NOON,
                SaleApproved.newBuilder()
                        .setPosition(1)
                        .setSale(details(saleId))
                        .setDecidedBy(new UserReference("headquarters", "ada"))
                        .setApprovedAt(NOON)
                        .build());
    }

    private void declined(Records records, String saleId) {
        UserReference ada = new UserReference("headquarters", "ada");
        records.add(Topics.SALE_EVENTS, saleId, NOON, new SaleDeclined(1, details(saleId), ada, "Not budgeted", NOON));
    }

    private static void activated(Records records, String saleId) {
        records.add(
                Topics.PLAN_EVENTS,
                saleId,
                NOON,
                PlanActivated.newBuilder()
                        .setSaleId(saleId)
                        .setPosition(1)
                        .setOrganizationId("harbor")
                        .setDistributionId("practice-test")
                        .setSeats(25)
                        .setPlanFrom(NOON)
                        .setPlanTo(NOON.plusSeconds(1))
                        .setTimeZone("UTC")
                        .setActivatedAt(NOON)
                        .build());
    }

    private static void ended(Records records, String saleId) {
        records.add(
                Topics.PLAN_EVENTS,
                saleId,
                NOON,
                new PlanEnded(saleId, 2, PlanEndReason.PLAN_ENDED, 25, 0, NOON.plusSeconds(1)));
    }

    /** The details as they stand in a registered sale. */
    private SaleDetails details(String saleId) {
        MongoDatabase database = intake.market();
        Records records = intake.records();
        register(records, aSale(saleId));
        intake.kit(WiredIntake.REGISTRATION).runOn(database, records.all());
        SaleDocument stored = database.getCollection("sales", SaleDocument.class)
                .find(new Document("_id", saleId))
                .first();
        return SaleEvents.details(
                java.util.Objects.requireNonNull(stored).sale().details());
    }
}
