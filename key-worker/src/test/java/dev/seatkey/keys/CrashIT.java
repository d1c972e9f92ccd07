package dev.seatkey.keys;

import static dev.seatkey.keys.samples.SampleLaunch.aLaunch;
import static dev.seatkey.keys.samples.SampleSale.aSale;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import dev.seatkey.contract.WorkDue;
import dev.seatkey.keys.issuing.Learner;
import dev.seatkey.keys.issuing.TestKey;
import dev.seatkey.keys.samples.SampleLaunch;
import dev.seatkey.keys.samples.SampleSale;
import dev.seatkey.localstack.components.Components;
import dev.seatkey.messaging.batch.AvroFormat;
import dev.seatkey.messaging.testkit.CrashKit;
import dev.seatkey.messaging.testkit.Records;
import dev.seatkey.messaging.testkit.SentRecord;
import dev.seatkey.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Each handler, with a crash at each step and around each write: what is sent in the end is the same, byte for byte. */
class CrashIT {
    private static final OnOneStore STORE = new OnOneStore();
    private static final AvroFormat FORMAT = new AvroFormat(
            Map.of("schema.registry.url", Components.shared().registry().url()));
    private static final SampleSale SALE = aSale("sale").seats(2);
    private static final Instant NOON = SALE.from().plus(Duration.ofHours(12));

    @AfterAll
    static void stop() {
        STORE.close();
    }

    @Test
    @DisplayName("K2, A6: news of sales survive every crash")
    void newsOfSalesSurviveEveryCrash() {
        List<ConsumerRecord<byte[], byte[]>> news = new Records(FORMAT)
                .add(Topics.SALE_EVENTS, "sale", NOON, SALE.registered())
                .add(Topics.SALE_EVENTS, "sale", NOON, SALE.approved(NOON))
                .add(Topics.SALE_EVENTS, "two", NOON, aSale("two").declined(NOON))
                .add(Topics.SALE_EVENTS, "two", NOON, aSale("two").registered())
                .all();

        List<SentRecord> sent = kit("sales", database -> {}).survivesEveryCrash(List.of(), news);

        assertThat(sent).extracting(SentRecord::type).containsExactly("PlanActivated");
    }

    @Test
    @DisplayName("K1–K6: launches survive every crash")
    void launchesSurviveEveryCrash() {
        Records records = new Records(FORMAT);
        List<ConsumerRecord<byte[], byte[]>> before =
                added(records, NOON.plusSeconds(1), aLaunch("l1").by("ann"));
        List<ConsumerRecord<byte[], byte[]>> batch = added(
                records,
                NOON.plus(Duration.ofDays(200)),
                aLaunch("l2").by("ann"),
                aLaunch("l3").by("bob"),
                aLaunch("l4").by("bob").of("botany"),
                aLaunch("l5").by("cem"),
                aLaunch("l3").by("bob"),
                aLaunch("l3").by("dan"),
                aLaunch("l6").by(null));

        List<SentRecord> sent = kit("launches", CrashIT::approve).survivesEveryCrash(before, batch);

        assertThat(sent)
                .extracting(SentRecord::type)
                .containsExactly(
                        "KeyRenewed",
                        "LaunchGranted",
                        "SeatTaken",
                        "KeyIssued",
                        "LaunchGranted",
                        "KeyIssued",
                        "LaunchGranted",
                        "LaunchRefused",
                        "LaunchGranted",
                        "LaunchRefused",
                        "LaunchRefused");
    }

    @Test
    @DisplayName(
            "K3, K4: new learners, whose seats are taken while the keys before them are unwritten, survive every crash")
    void newLearnersSurviveEveryCrash() {
        List<ConsumerRecord<byte[], byte[]>> batch = added(
                new Records(FORMAT),
                NOON,
                aLaunch("l1").by("ann"),
                aLaunch("l2").by("ann").of("botany"),
                aLaunch("l3").by("bob"),
                aLaunch("l4").by("cem"));

        List<SentRecord> sent = kit("launches", CrashIT::approve).survivesEveryCrash(List.of(), batch);

        assertThat(sent)
                .extracting(SentRecord::type)
                .containsExactly(
                        "SeatTaken",
                        "KeyIssued",
                        "LaunchGranted",
                        "KeyIssued",
                        "LaunchGranted",
                        "SeatTaken",
                        "KeyIssued",
                        "LaunchGranted",
                        "LaunchRefused");
    }

    @Test
    @DisplayName("K7, K8: renewals, closings, starts and ends survive every crash")
    void dueWorkSurvivesEveryCrash() {
        String ann = keyOf("ann");
        String bob = keyOf("bob");
        Records records = new Records(FORMAT);
        due(records, "renew-key", ann, NOON.plus(Duration.ofDays(181)));
        due(records, "turn-plan", "later", NOON.plus(Duration.ofDays(181)));
        due(records, "renew-key", ann, NOON.plus(Duration.ofDays(182)));
        due(records, "renew-key", bob, SALE.to().plus(Duration.ofDays(9)));
        due(records, "renew-key", ann, SALE.to().plus(Duration.ofDays(9)));
        due(records, "turn-plan", "sale", SALE.to().plus(Duration.ofDays(9)));
        due(records, "turn-plan", "unknown", SALE.to());

        List<SentRecord> sent = kit("due", database -> {
                    approve(database);
                    run(
                            "launches",
                            database,
                            added(
                                    new Records(FORMAT),
                                    NOON,
                                    aLaunch("l1").by("ann"),
                                    aLaunch("l2").by("bob")));
                })
                .survivesEveryCrash(List.of(), records.all());

        assertThat(sent)
                .extracting(SentRecord::type)
                .containsExactly(
                        "KeyRenewed",
                        "PlanActivated",
                        "KeyRenewed",
                        "KeyRenewed",
                        "KeyClosed",
                        "KeyRenewed",
                        "KeyClosed",
                        "PlanEnded");
    }

    private static void approve(MongoDatabase database) {
        SampleSale later =
                aSale("later").to("others").startingOn(SALE.activationDate().plusDays(90));
        run(
                "sales",
                database,
                new Records(FORMAT)
                        .add(Topics.SALE_EVENTS, "sale", SALE.from(), SALE.approved(SALE.from()))
                        .add(Topics.SALE_EVENTS, "later", SALE.from(), later.approved(SALE.from()))
                        .all());
    }

    private static List<ConsumerRecord<byte[], byte[]>> added(Records records, Instant at, SampleLaunch... launches) {
        int before = records.all().size();
        for (SampleLaunch launch : launches) {
            records.add(Topics.TEST_LAUNCHES, launch.key(), at, launch.launched());
        }
        return records.all().subList(before, records.all().size());
    }

    private static void due(Records records, String work, String subject, Instant at) {
        records.add(Topics.KEY_WORKER_DUE, subject, at, new WorkDue(work, subject, at));
    }

    private static String keyOf(String subject) {
        return TestKey.idOf("sale", new Learner(SampleLaunch.ISSUER, subject), "algebra")
                .toString();
    }

    private static void run(String name, MongoDatabase database, List<ConsumerRecord<byte[], byte[]>> records) {
        kit(name, nothing -> {}).runOn(database, records);
    }

    private static CrashKit kit(String name, Consumer<MongoDatabase> preparation) {
        return new CrashKit(
                FORMAT,
                () -> {
                    MongoDatabase database = STORE.emptyDatabase();
                    preparation.accept(database);
                    return database;
                },
                database -> OnOneStore.subscription(name, database));
    }
}
