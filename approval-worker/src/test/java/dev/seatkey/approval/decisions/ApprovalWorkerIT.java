package dev.seatkey.approval.decisions;

import static dev.seatkey.approval.decisions.Fixtures.APPROVER;
import static dev.seatkey.approval.decisions.Fixtures.COLLEAGUE;
import static dev.seatkey.approval.decisions.Fixtures.OTHER_APPROVER;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import dev.seatkey.approval.ApprovalWorker;
import dev.seatkey.contract.CommandRefused;
import dev.seatkey.contract.DecideSale;
import dev.seatkey.contract.DecisionUnmatched;
import dev.seatkey.contract.Organization;
import dev.seatkey.contract.Person;
import dev.seatkey.contract.SaleApproved;
import dev.seatkey.contract.SaleDeclined;
import dev.seatkey.contract.SaleRegistered;
import dev.seatkey.contract.UserReference;
import dev.seatkey.localstack.components.Components;
import dev.seatkey.messaging.batch.AvroFormat;
import dev.seatkey.messaging.testkit.TopicReader;
import dev.seatkey.schemas.Topic;
import dev.seatkey.schemas.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The worker on a real broker, registry and store. */
class ApprovalWorkerIT {
    private static final Components COMPONENTS = Components.shared();
    private static final AvroFormat FORMAT =
            new AvroFormat(Map.of("schema.registry.url", COMPONENTS.registry().url()));
    private static final TopicReader TOPICS =
            new TopicReader(COMPONENTS.broker().bootstrapServers(), FORMAT);
    private static final KafkaProducer<byte[], byte[]> SENDER = new KafkaProducer<>(
            Map.of("bootstrap.servers", COMPONENTS.broker().bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    private static ConfigurableApplicationContext worker = start();

    private final String sale = "sale-" + UUID.randomUUID();

    @BeforeAll
    static void tellOfTheOrganizations() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
        organization("head-office", null);
        organization("district", "head-office");
        organization("school", "district");
    }

    @AfterAll
    static void stop() {
        worker.close();
        SENDER.close();
        TOPICS.close();
    }

    @Test
    @DisplayName("A1: approves a registered sale, once, however often the decision is sent")
    void approvesARegisteredSale() {
        registered(sale);
        await().until(() -> stored(sale));
        for (int i = 0; i < 10; i++) {
            approve(sale, APPROVER);
        }

        await().untilAsserted(() -> assertThat(approved()).hasSize(10));
        assertThat(approved()).containsOnly(approved().get(0));
        assertThat(approved().get(0).getSale()).isEqualTo(Contracts.details(sale));
        assertThat(eventIds(SaleApproved.class)).hasSize(1);
    }

    @Test
    @DisplayName("A1: a second, different decision is refused")
    void refusesASecondDecision() {
        registered(sale);
        await().until(() -> stored(sale));
        decline(sale, "no budget");
        approve(sale, APPROVER);

        await().untilAsserted(() -> assertThat(refusals()).containsExactly("ALREADY_DECIDED"));
        assertThat(of(SaleDeclined.class, body -> body.getSale().getSaleId()))
                .singleElement()
                .satisfies(declined -> assertThat(declined.getReason()).isEqualTo("no budget"));
        assertThat(approved()).isEmpty();
    }

    @Test
    @DisplayName("A2: a decision that comes first waits for its sale, also across a restart")
    void appliesAnEarlyDecision() {
        approve(sale, OTHER_APPROVER);
        await().until(() -> stored(sale));
        worker.close();
        worker = start();

        registered(sale);

        await().untilAsserted(() -> assertThat(approved()).hasSize(1));
    }

    @Test
    @DisplayName("A2: a decision whose sale never comes is reported once")
    void reportsAnUnmatchedDecision() {
        worker.close();
        worker = start("--seatkey.approval.unmatched-after=1s");
        approve(sale, APPROVER);

        await().untilAsserted(() -> assertThat(of(DecisionUnmatched.class, DecisionUnmatched::getSaleId))
                .hasSize(1));
        registered(sale);
        await().untilAsserted(() -> assertThat(approved()).hasSize(1));
        assertThat(of(DecisionUnmatched.class, DecisionUnmatched::getSaleId)).hasSize(1);
        worker.close();
        worker = start();
    }

    @Test
    @DisplayName("A3: refuses who stands too near, and who is not known")
    void keepsFourEyes() {
        registered(sale);
        await().until(() -> stored(sale));
        approve(sale, COLLEAGUE);
        approve(sale, new User("nowhere", "eva"));

        await().untilAsserted(
                        () -> assertThat(refusals()).containsExactly("CONFLICT_OF_INTEREST", "UNKNOWN_ORGANIZATION"));
    }

    @Test
    @DisplayName("A3: an organization told of just before its decision is waited for")
    void waitsForAnOrganizationThatWasToldOf() {
        registered(sale);
        await().until(() -> stored(sale));
        for (int i = 0; i < 500; i++) {
            organization("crowd-" + i, "head-office");
        }
        organization("auditors-of-" + sale, "head-office");
        approve(sale, new User("auditors-of-" + sale, "kim"));

        await().untilAsserted(() -> assertThat(approved()).hasSize(1));
        assertThat(refusals()).isEmpty();
    }

    @Test
    void putsAsideWhatItCannotRead() {
        bytes(Topics.APPROVAL_DECISIONS, sale, "no avro".getBytes(UTF_8));
        bytes(Topics.APPROVAL_DECISIONS, sale, null);
        bytes(Topics.APPROVAL_DECISIONS, sale, new byte[] {0, 0, 1, (byte) 0xE2, 64, 2, 2});
        bytes(
                Topics.APPROVAL_DECISIONS,
                sale,
                FORMAT.encode(
                        Topics.SALE_EVENTS.name(),
                        new SaleRegistered(1, Contracts.details(sale), null, null, List.of(), List.of())));
        registered(sale);
        approve(sale, APPROVER);

        await().untilAsserted(() -> assertThat(approved()).hasSize(1));
        await().untilAsserted(
                        () -> assertThat(TOPICS.all(Topics.APPROVAL_DECISIONS.deadLetters(Topics.APPROVAL_WORKER), 1))
                                .filteredOn(record -> new String(record.key(), UTF_8).equals(sale))
                                .hasSize(4));
    }

    private List<SaleApproved> approved() {
        return of(SaleApproved.class, body -> body.getSale().getSaleId());
    }

    private List<String> refusals() {
        return of(CommandRefused.class, CommandRefused::getSaleId).stream()
                .map(CommandRefused::getCode)
                .toList();
    }

    private <T extends SpecificRecord> List<T> of(Class<T> type, Function<T, String> saleId) {
        return TOPICS.all(Topics.SALE_EVENTS, type).stream()
                .filter(body -> saleId.apply(body).equals(sale))
                .toList();
    }

    private List<String> eventIds(Class<?> type) {
        return TOPICS.all(Topics.SALE_EVENTS).stream()
                .filter(record -> new String(record.key(), UTF_8).equals(sale))
                .filter(record -> header(record, "ce_type").equals(type.getName()))
                .map(record -> header(record, "ce_id"))
                .distinct()
                .toList();
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }

    private static boolean stored(String saleId) {
        MongoDatabase database = worker.getBean(MongoDatabase.class);
        return !new MongoApprovals(database).find(List.of(saleId)).isEmpty();
    }

    private static void organization(String id, @Nullable String parentId) {
        List<Person> users = Stream.of("ana", "ben", "eva", "kim", "max")
                .map(user -> new Person(user, user, user + "@example.com", null))
                .toList();
        send(Topics.ORGANIZATIONS, id, new Organization(id, id, parentId, true, List.of(), users));
    }

    private static void registered(String saleId) {
        send(
                Topics.SALE_EVENTS,
                saleId,
                new SaleRegistered(1, Contracts.details(saleId), null, null, List.of(), List.of()));
    }

    private static void approve(String saleId, User by) {
        UserReference approver = new UserReference(by.organizationId(), by.userId());
        send(
                Topics.APPROVAL_DECISIONS,
                saleId,
                new DecideSale(saleId, dev.seatkey.contract.Verdict.APPROVE, approver, null));
    }

    private static void decline(String saleId, String reason) {
        UserReference approver = new UserReference(APPROVER.organizationId(), APPROVER.userId());
        send(
                Topics.APPROVAL_DECISIONS,
                saleId,
                new DecideSale(saleId, dev.seatkey.contract.Verdict.DECLINE, approver, reason));
    }

    private static void send(Topic topic, String key, SpecificRecord body) {
        bytes(topic, key, FORMAT.encode(topic.name(), body));
    }

    private static void bytes(Topic topic, String key, byte @Nullable [] value) {
        try {
            SENDER.send(new ProducerRecord<>(topic.name(), key.getBytes(UTF_8), value))
                    .get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ConfigurableApplicationContext start(String... settings) {
        return new SpringApplicationBuilder(ApprovalWorker.class)
                .web(WebApplicationType.NONE)
                .properties(Map.of(
                        "spring.kafka.bootstrap-servers",
                        COMPONENTS.broker().bootstrapServers(),
                        "seatkey.schema-registry.url",
                        COMPONENTS.registry().url(),
                        "spring.mongodb.uri",
                        COMPONENTS.store().uri(),
                        "spring.mongodb.database",
                        COMPONENTS.store().databasePrefix() + "approval-worker"))
                .run(settings);
    }
}
