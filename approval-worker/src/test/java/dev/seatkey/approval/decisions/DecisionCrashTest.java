package dev.seatkey.approval.decisions;

import static dev.seatkey.approval.decisions.Fixtures.APPROVER;
import static dev.seatkey.approval.decisions.Fixtures.COLLEAGUE;
import static dev.seatkey.approval.decisions.Fixtures.ORGANIZATIONS;
import static dev.seatkey.approval.decisions.Fixtures.OTHER_APPROVER;
import static dev.seatkey.approval.decisions.Fixtures.REGISTERED;
import static dev.seatkey.approval.decisions.Fixtures.SELLER;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.seatkey.contract.DecideSale;
import dev.seatkey.contract.MailSent;
import dev.seatkey.contract.SaleDetails;
import dev.seatkey.contract.SaleRegistered;
import dev.seatkey.contract.UserReference;
import dev.seatkey.contract.WorkDue;
import dev.seatkey.messaging.Subscription;
import dev.seatkey.messaging.batch.AvroFormat;
import dev.seatkey.messaging.store.StoreIndexes;
import dev.seatkey.messaging.testkit.CrashKit;
import dev.seatkey.messaging.testkit.Records;
import dev.seatkey.messaging.testkit.RegistryInMemory;
import dev.seatkey.messaging.testkit.SentRecord;
import dev.seatkey.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DecisionCrashTest {
    private static final Duration A_DAY = Duration.ofHours(24);

    private final MongoServer server = new MongoServer(new MemoryBackend());
    private final MongoClient client = MongoClients.create(server.bindAndGetConnectionString());
    private final AvroFormat format = RegistryInMemory.format();
    private final Records records = new Records(format);
    private final CrashKit decisions = new CrashKit(format, this::emptyDatabase, DecisionCrashTest::decisions);
    private int databases;
    private Instant now = REGISTERED;

    @AfterEach
    void stopServer() {
        client.close();
        server.shutdownNow();
    }

    @Test
    @DisplayName("A1, A2, A3: sales and decisions mixed up in one batch are answered the same after any crash")
    void survivesEveryCrashOfAMixedBatch() {
        decision("s-1", APPROVER, null);
        decision("s-1", APPROVER, null);
        decision("s-2", SELLER, null);
        sale("s-2");
        decision("s-2", COLLEAGUE, null);
        sale("s-1");
        decision("s-1", OTHER_APPROVER, "no");
        decision("s-1", APPROVER, null);
        sale("s-3");
        decision("s-3", OTHER_APPROVER, "no budget");
        decision("s-3", OTHER_APPROVER, "no budget");
        sale("s-3");
        decision("never", APPROVER, null);
        decision("s-3", APPROVER, "");

        List<SentRecord> sent = decisions.survivesEveryCrash(List.of(), records.all());

        assertThat(sent)
                .extracting(SentRecord::type, SentRecord::key)
                .map(Object::toString)
                .containsExactly(
                        "(\"CommandRefused\", \"s-2\")",
                        "(\"CommandRefused\", \"s-2\")",
                        "(\"SaleApproved\", \"s-1\")",
                        "(\"CommandRefused\", \"s-1\")",
                        "(\"SaleApproved\", \"s-1\")",
                        "(\"SaleDeclined\", \"s-3\")",
                        "(\"SaleDeclined\", \"s-3\")",
                        "(\"CommandRefused\", \"s-3\")");
        assertThat(sent.get(4)).isEqualTo(sent.get(2));
        assertThat(sent.get(6)).isEqualTo(sent.get(5));
    }

    @Test
    @DisplayName("A2: a decision and its sale meet in every order, in one batch or two, with a crash in between")
    void meetInEveryOrder() {
        for (boolean decisionFirst : List.of(true, false)) {
            Records fresh = new Records(format);
            if (decisionFirst) {
                sale(decision(fresh, "s-1"), "s-1");
            } else {
                decision(sale(fresh, "s-1"), "s-1");
            }
            List<ConsumerRecord<byte[], byte[]>> ordered = fresh.all();

            assertThat(decisions.survivesEveryCrash(List.of(), ordered))
                    .extracting(SentRecord::type)
                    .containsExactly("SaleApproved");
            assertThat(decisions.survivesEveryCrash(ordered.subList(0, 1), ordered.subList(1, 2)))
                    .extracting(SentRecord::type)
                    .containsExactly("SaleApproved");
        }
    }

    @Test
    @DisplayName("A1: any order of any messages settles each sale once (seeded)")
    void settlesOnceInAnyOrder() {
        for (long seed = 0; seed < 30; seed++) {
            Records shuffled = new Records(format);
            List<Runnable> steps = new ArrayList<>(List.of(
                    () -> sale(shuffled, "s-1"),
                    () -> sale(shuffled, "s-1"),
                    () -> decision(shuffled, "s-1"),
                    () -> decision(shuffled, "s-1"),
                    () -> add(shuffled, "s-1", OTHER_APPROVER, "no budget"),
                    () -> add(shuffled, "s-1", SELLER, null)));
            Collections.shuffle(steps, new Random(seed));
            steps.forEach(Runnable::run);

            List<SentRecord> sent = decisions.survivesEveryCrash(List.of(), shuffled.all());

            List<SentRecord> settled = sent.stream()
                    .filter(record -> !record.type().equals("CommandRefused"))
                    .distinct()
                    .toList();
            assertThat(settled).as("seed %s", seed).hasSize(1);
            assertThat(sent)
                    .as("seed %s", seed)
                    .filteredOn(record -> record.body().contains("SAME_PERSON"))
                    .hasSize(1);
        }
    }

    @Test
    @DisplayName("A2: an unmatched decision is reported the same after any crash, also if its sale comes meanwhile")
    void reportsUnmatchedOnceWhateverCrashes() {
        decision("s-1", APPROVER, null);
        now = REGISTERED.plus(A_DAY);
        decision("s-1", OTHER_APPROVER, "late");
        List<ConsumerRecord<byte[], byte[]>> before = records.all();
        MongoDatabase database = emptyDatabase();
        decisions.runOn(database, before);
        Records due = new Records(format);
        Instant found = now.plusSeconds(10);
        due.add(Topics.APPROVAL_WORKER_DUE, "s-1", found, new WorkDue("report-unmatched", "s-1", now));
        due.add(Topics.APPROVAL_WORKER_DUE, "s-1", found, new WorkDue("report-unmatched", "s-1", now));
        due.add(Topics.APPROVAL_WORKER_DUE, "gone", found, new WorkDue("report-unmatched", "gone", now));
        CrashKit overdue = new CrashKit(
                format,
                () -> {
                    MongoDatabase fresh = emptyDatabase();
                    decisions.runOn(fresh, before);
                    return fresh;
                },
                DecisionCrashTest::overdue);

        List<SentRecord> sent = overdue.survivesEveryCrash(List.of(), due.all());

        assertThat(sent).extracting(SentRecord::type).containsExactly("DecisionUnmatched");
        assertThat(sent.get(0).at()).isEqualTo(found);
        assertThat(overdue.runOn(database, due.all())).isEqualTo(sent);
        Records late = new Records(format);
        assertThat(decisions.runOn(database, sale(late, "s-1").all()))
                .extracting(SentRecord::type)
                .containsExactly("SaleApproved", "CommandRefused");
        assertThat(overdue.runOn(database, due.all())).isEqualTo(sent);
    }

    @Test
    void givesWhatItCannotReadToTheDeadLetters() {
        decision("s-1", APPROVER, null);
        records.addBytes(Topics.APPROVAL_DECISIONS, 0, "s-1", now, "garbage".getBytes(UTF_8));
        records.addBytes(Topics.APPROVAL_DECISIONS, 0, "s-1", now, null);
        MailSent foreign = new MailSent(UUID.randomUUID(), "s-1", "SaleApproved", "ana", "id", 1, now);
        records.addBytes(Topics.SALE_EVENTS, 0, "s-1", now, format.encode(Topics.MAIL_EVENTS.name(), foreign));
        SaleDetails odd = SaleDetails.newBuilder(Contracts.details("s-9"))
                .setTimeZone("Mars/Olympus")
                .build();
        records.add(Topics.SALE_EVENTS, "s-9", now, new SaleRegistered(1, odd, null, null, List.of(), List.of()));
        decision("", APPROVER, null);
        decision("s-1", new User("head-office", "x".repeat(1_000_000)), null);
        decision("s-1", new User(" ", "eva"), null);
        sale("s-1");

        List<SentRecord> sent = decisions.survivesEveryCrash(List.of(), records.all());

        assertThat(sent)
                .extracting(SentRecord::topic)
                .containsExactly(
                        "approval-decisions.approval-worker-dlt",
                        "approval-decisions.approval-worker-dlt",
                        "sale-events.approval-worker-dlt",
                        "sale-events.approval-worker-dlt",
                        "approval-decisions.approval-worker-dlt",
                        "approval-decisions.approval-worker-dlt",
                        "approval-decisions.approval-worker-dlt",
                        "sale-events");
    }

    @Test
    @DisplayName("W1: the event carries the whole sale, as it was registered")
    void givesTheWholeSaleAgain() {
        sale("s-1");
        decision("s-1", APPROVER, "go ahead");

        SentRecord approved = decisions.run(records.all()).get(0);

        assertThat(approved.body())
                .contains(Contracts.details("s-1").toString())
                .contains("\"position\": 1");
        assertThat(approved.headers()).containsEntry("ce_causationid", "approval-decisions-0@0");
    }

    private void sale(String saleId) {
        now = now.plusSeconds(1);
        sale(records, saleId);
    }

    private Records sale(Records to, String saleId) {
        SaleRegistered registered = new SaleRegistered(1, Contracts.details(saleId), null, null, List.of(), List.of());
        return to.add(Topics.SALE_EVENTS, saleId, now, registered);
    }

    private void decision(String saleId, User by, @Nullable String reason) {
        now = now.plusSeconds(1);
        add(records, saleId, by, reason);
    }

    private Records decision(Records to, String saleId) {
        return add(to, saleId, APPROVER, null);
    }

    /** With a reason it is a decline. */
    private Records add(Records to, String saleId, User by, @Nullable String reason) {
        boolean decline = reason != null && !reason.equals("go ahead");
        DecideSale command = new DecideSale(
                saleId,
                decline ? dev.seatkey.contract.Verdict.DECLINE : dev.seatkey.contract.Verdict.APPROVE,
                new UserReference(by.organizationId(), by.userId()),
                reason);
        return to.add(Topics.APPROVAL_DECISIONS, saleId, now, command);
    }

    private MongoDatabase emptyDatabase() {
        MongoDatabase database = client.getDatabase("approval-" + databases++);
        new StoreIndexes(MongoApprovals.INDEXES).createIn(database);
        return database;
    }

    private static Subscription decisions(MongoDatabase database) {
        return new DecisionsConfiguration()
                .decisions(new MongoApprovals(database), users -> ORGANIZATIONS, new ApprovalSettings(A_DAY, false));
    }

    private static Subscription overdue(MongoDatabase database) {
        return new DecisionsConfiguration()
                .unmatchedDecisions(new MongoApprovals(database), new ApprovalSettings(A_DAY, false));
    }
}
