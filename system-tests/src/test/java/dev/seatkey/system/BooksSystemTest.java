package dev.seatkey.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.seatkey.contract.DecideSale;
import dev.seatkey.contract.KeyClosed;
import dev.seatkey.contract.KeyRenewed;
import dev.seatkey.contract.SaleDeclined;
import dev.seatkey.contract.SaleRejected;
import dev.seatkey.contract.UserReference;
import dev.seatkey.contract.Verdict;
import dev.seatkey.localstack.books.Difference;
import dev.seatkey.localstack.books.Difference.Kind;
import dev.seatkey.localstack.outside.Sender;
import dev.seatkey.schemas.Topics;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.bson.conversions.Bson;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("W3: the books can be checked")
class BooksSystemTest {
    private static Product product;
    private static MongoClient store;

    @BeforeAll
    static void start() {
        product = Product.start("books");
        store = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(
                        product.stack().components().store().uri()))
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .build());
        tellAStory();
    }

    @AfterAll
    static void stop() {
        store.close();
        product.close();
    }

    /** A plan that has ended and one that runs in its second term, a declined sale, a rejected one, waiting decisions. */
    private static void tellAStory() {
        var school = product.aSchool();
        product.sell(school, "over", 2);
        launch(school, "early", 3);
        product.stack().clock().moveAhead(Duration.ofDays(200));
        var other = product.aSchool();
        product.sell(other, "running", 5);
        launch(other, "late", 4);
        var declined = product.aSaleTo(other, "declined", 3);
        product.register(List.of(declined, product.aSaleTo(other, "pending", 7), product.aSaleTo(other, "wrong", 0)));
        decide("declined", Verdict.DECLINE, "Too expensive");
        decide("never-registered", Verdict.APPROVE, null);
        putAside(other);
        product.stack().clock().moveAhead(Duration.ofDays(190));
        product.await("closings", () -> count(KeyClosed.class) >= 4);
        product.await("renewals", () -> count(KeyRenewed.class) >= 4 + 8);
        product.await("a declined sale", () -> count(SaleDeclined.class) == 1);
        product.await("a rejected sale", () -> count(SaleRejected.class) == 1);
    }

    /** A launch and a decision that nobody can handle, and a note that the launch was put back. */
    private static void putAside(String school) {
        product.launch(List.of(product.aLaunch(school, "anna", "linux", " ")));
        decide(" ", Verdict.APPROVE, null);
        product.await("two dead letters", () -> product.observer().deadLetters().size() == 2);
        var note = new ProducerRecord<byte[], byte[]>(Topics.TEST_LAUNCHES.deadLetters(Topics.KEY_WORKER), null, null);
        note.headers().add("dlt-replayed", "0".getBytes(UTF_8));
        var broker = Map.<String, Object>of(
                "bootstrap.servers", product.stack().components().broker().bootstrapServers());
        try (var producer = new KafkaProducer<>(broker, new ByteArraySerializer(), new ByteArraySerializer())) {
            Sender.await(List.of(producer.send(note)));
        }
    }

    /** Each launches two tests, and the first of them again. */
    private static void launch(String school, String prefix, int learners) {
        var launches = IntStream.rangeClosed(1, learners)
                .boxed()
                .flatMap(number -> Stream.of("linux", "network")
                        .map(test -> product.aLaunch(
                                school, prefix + "-" + number, test, prefix + "-" + number + "-" + test)))
                .toList();
        product.launch(launches);
        product.launch(launches.subList(0, 2));
        product.awaitAnswers(launches);
    }

    private static void decide(String saleId, Verdict verdict, String reason) {
        var decision = new DecideSale(saleId, verdict, new UserReference("head-office", "olga"), reason);
        Sender.await(List.of(product.sender().send(Topics.APPROVAL_DECISIONS, saleId, decision)));
    }

    private static long count(Class<?> type) {
        return product.observer().all(type).size();
    }

    @Test
    @DisplayName("books that agree have no differences, also while work is under way")
    void findsNothingWhereTheBooksAgree() {
        var findings = product.books().run();

        assertThat(findings.differences()).isEmpty();
        assertThat(findings.behind()).isEmpty();
        assertThat(findings.compared())
                .hasSize(7)
                .allSatisfy(each ->
                        assertThat(each.stored()).as(each.place()).isPositive().isEqualTo(each.told()));

        // and when launches are answered at this very time
        var school = product.aSchool();
        product.sell(school, "meanwhile", 300);
        product.launch(IntStream.rangeClosed(1, 400)
                .mapToObj(number -> product.aLaunch(school, "learner-" + number, "linux", "meanwhile-" + number))
                .toList());
        assertThat(product.books().differences()).isEmpty();
    }

    @Test
    @DisplayName("names a seat that is gone")
    void findsAMissingSeat() {
        var planted =
                without("key-worker", "seats", Filters.and(Filters.eq("saleId", "running"), Filters.eq("number", 2)));

        assertThat(planted).singleElement().satisfies(found -> {
            assertThat(found.kind()).isEqualTo(Kind.MISSING);
            assertThat(found.line()).startsWith("key-worker.seats  running seat 2 is missing");
        });
    }

    @Test
    @DisplayName("names a seat that another learner has got")
    void findsAnotherHolder() {
        assertThat(with(
                        "key-worker",
                        "seats",
                        Filters.and(Filters.eq("saleId", "running"), Filters.eq("number", 1)),
                        Updates.set("subject", "mallory")))
                .containsExactly(
                        different("key-worker.seats", "running seat 1", "subject", subjectOfSeat(1), "mallory"));
    }

    @Test
    @DisplayName("names a key's term that ends at another time")
    void findsAnotherTerm() {
        var key = aKeyOf("running");
        var to = terms(key).get(1).getDate("to").toInstant();

        assertThat(with(
                        "key-worker",
                        "keys",
                        Filters.eq("_id", key.get("_id")),
                        Updates.set("terms.1.to", Date.from(to.plusSeconds(1)))))
                .containsExactly(different(
                        "key-worker.keys",
                        String.valueOf(key.get("_id")),
                        "term 2 to",
                        to.toString(),
                        to.plusSeconds(1).toString()));
    }

    @Test
    @DisplayName("names a term that is gone")
    void findsAMissingTerm() {
        var key = aKeyOf("running");
        var terms = terms(key);

        assertThat(with(
                        "key-worker",
                        "keys",
                        Filters.eq("_id", key.get("_id")),
                        Updates.set("terms", terms.subList(0, 1))))
                .extracting(Difference::field)
                .containsExactlyInAnyOrder("term 2 from", "term 2 to", "terms");
    }

    @Test
    @DisplayName("names a key that will never be renewed, since nothing is due")
    void findsAKeyThatIsNeverDue() {
        var key = aKeyOf("running");

        assertThat(with("key-worker", "keys", Filters.eq("_id", key.get("_id")), Updates.unset("dueAt")))
                .extracting(Difference::field, Difference::found)
                .containsExactly(tuple("due at", "nothing"));
    }

    @Test
    @DisplayName("names a key that was opened again after its plan's end")
    void findsAKeyThatWasOpenedAgain() {
        var key = aKeyOf("over");

        assertThat(with("key-worker", "keys", Filters.eq("_id", key.get("_id")), Updates.unset("closing")))
                .extracting(Difference::field)
                .containsExactlyInAnyOrder("closed", "closed at");
    }

    @Test
    @DisplayName("names a key that nobody was told of")
    void findsASuperfluousKey() {
        var forged = new Document(aKeyOf("running"))
                .append("_id", UUID.randomUUID())
                .append("code", "FORGE-DCODE-00000-00000-00000");
        var keys = collection("key-worker", "keys");
        keys.insertOne(forged);
        try {
            assertThat(product.books().differences()).singleElement().satisfies(found -> {
                assertThat(found.kind()).isEqualTo(Kind.SUPERFLUOUS);
                assertThat(found.place()).isEqualTo("key-worker.keys");
                assertThat(found.subject()).isEqualTo(String.valueOf(forged.get("_id")));
            });
        } finally {
            keys.deleteOne(Filters.eq("_id", forged.get("_id")));
        }
    }

    @Test
    @DisplayName("names a plan with more seats than were sold")
    void findsMoreSeatsThanWereSold() {
        assertThat(with("key-worker", "plans", Filters.eq("_id", "running"), Updates.set("seats", 6)))
                .containsExactly(different("key-worker.plans", "running", "seats", "5", "6"));
    }

    @Test
    @DisplayName("names a plan whose note of taken seats is too high, and lets it be too low")
    void findsANoteThatIsTooHigh() {
        assertThat(with("key-worker", "plans", Filters.eq("_id", "running"), Updates.set("seatsTaken", 5)))
                .containsExactly(different("key-worker.plans", "running", "seats noted as taken", "at most 4", "5"));
        assertThat(with("key-worker", "plans", Filters.eq("_id", "running"), Updates.set("seatsTaken", 3)))
                .isEmpty();
    }

    @Test
    @DisplayName("names a sale that stands elsewhere")
    void findsAnotherStatus() {
        assertThat(with("sale-intake", "sales", Filters.eq("_id", "declined"), Updates.set("status", "APPROVED")))
                .containsExactly(different("sale-intake.sales", "declined", "status", "DECLINED", "APPROVED"));
    }

    @Test
    @DisplayName("S6, S7: names a sale of another number of users, at another price")
    void findsAnotherPrice() {
        assertThat(with(
                        "sale-intake",
                        "sales",
                        Filters.eq("_id", "running"),
                        Updates.combine(
                                Updates.set("details.numberOfUsers", 50),
                                Updates.set("details.price.salesPrice", Decimal128.parse("1.00")))))
                .containsExactlyInAnyOrder(
                        different("sale-intake.sales", "running", "numberOfUsers", "5", "50"),
                        different("sale-intake.sales", "running", "salesPrice", "122.42", "1"));
    }

    @Test
    @DisplayName("names a sale that is gone")
    void findsAMissingSale() {
        assertThat(without("sale-intake", "sales", Filters.eq("_id", "pending")))
                .extracting(Difference::kind, Difference::place, Difference::subject)
                .containsExactly(tuple(Kind.MISSING, "sale-intake.sales", "pending"));
    }

    @Test
    @DisplayName("A1: names a decision that was altered, and who is said to have made it")
    void findsAnAlteredDecision() {
        assertThat(with(
                        "approval-worker",
                        "approvals",
                        Filters.eq("_id", "declined"),
                        Updates.combine(
                                Updates.set("outcome.decision.verdict", "APPROVE"),
                                Updates.set("outcome.decision.decidedBy.userId", "mallory"))))
                .containsExactlyInAnyOrder(
                        different("approval-worker.approvals", "declined", "verdict", "DECLINE", "APPROVE"),
                        different(
                                "approval-worker.approvals",
                                "declined",
                                "decided by",
                                "head-office/olga",
                                "head-office/mallory"));
    }

    @Test
    @DisplayName("A2: names a decision that waited for its sale and is gone")
    void findsALostDecision() {
        assertThat(without("approval-worker", "approvals", Filters.eq("_id", "never-registered")))
                .extracting(Difference::kind, Difference::subject)
                .containsExactly(tuple(Kind.MISSING, "never-registered"));
    }

    @Test
    @DisplayName("N4: names a mail that would go out again, and one that is gone")
    void findsMailsThatAreNotAsTold() {
        var declined = Filters.eq("kind", "SaleDeclined");

        assertThat(with("notifier", "mails", declined, Updates.set("state", "PARKED")))
                .extracting(Difference::field, Difference::expected, Difference::found)
                .containsExactly(tuple("state", "SENT", "PARKED"));
        assertThat(without("notifier", "mails", declined)).singleElement().satisfies(found -> assertThat(found.line())
                .startsWith("notifier.mails  to seller about event"));
    }

    @Test
    @DisplayName("K1: names a launch that would get another answer")
    void findsAnotherAnswer() {
        assertThat(with("key-worker", "launches", Filters.eq("coveredBy", "over"), Updates.set("coveredBy", "running")))
                .extracting(Difference::place, Difference::field, Difference::expected, Difference::found)
                .containsExactly(tuple("key-worker.launches", "covered by", "over", "running"));
    }

    private static Difference different(String place, String subject, String field, String expected, String found) {
        return new Difference(Kind.DIFFERENT, place, subject, field, expected, found);
    }

    /** What is found while a document is changed; it is put right again. */
    private static List<Difference> with(String service, String name, Bson which, Bson change) {
        var collection = collection(service, name);
        var before = Objects.requireNonNull(collection.find(which).first());
        collection.updateOne(Filters.eq("_id", before.get("_id")), change);
        try {
            return product.books().differences();
        } finally {
            collection.replaceOne(Filters.eq("_id", before.get("_id")), before);
        }
    }

    /** What is found while a document is gone; it is put back again. */
    private static List<Difference> without(String service, String name, Bson which) {
        var collection = collection(service, name);
        var before = Objects.requireNonNull(collection.findOneAndDelete(which));
        try {
            return product.books().differences();
        } finally {
            collection.insertOne(before);
        }
    }

    private static Document aKeyOf(String saleId) {
        return Objects.requireNonNull(collection("key-worker", "keys")
                .find(Filters.eq("saleId", saleId))
                .first());
    }

    private static List<Document> terms(Document key) {
        return key.getList("terms", Document.class);
    }

    private static String subjectOfSeat(int number) {
        return Objects.requireNonNull(collection("key-worker", "seats")
                        .find(Filters.and(Filters.eq("saleId", "running"), Filters.eq("number", number)))
                        .first())
                .getString("subject");
    }

    private static MongoCollection<Document> collection(String service, String name) {
        return store.getDatabase(product.stack().databaseOf(service)).getCollection(name);
    }
}
