package dev.seatkey.notifier.mails;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.seatkey.contract.MailSent;
import dev.seatkey.contract.WorkDue;
import dev.seatkey.messaging.Subscription;
import dev.seatkey.messaging.batch.AvroFormat;
import dev.seatkey.messaging.store.StoreIndexes;
import dev.seatkey.messaging.testkit.CrashKit;
import dev.seatkey.messaging.testkit.Records;
import dev.seatkey.messaging.testkit.RegistryInMemory;
import dev.seatkey.messaging.testkit.SentRecord;
import dev.seatkey.notifier.mails.Answer.Kind;
import dev.seatkey.notifier.mails.DyingMails.Death;
import dev.seatkey.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** N4: each mail goes out once per recipient and cause, whatever crashes or is replayed. */
class DeliveryCrashTest {
    private static final Patience PATIENCE =
            new Patience(Duration.ofSeconds(10), Duration.ofHours(1), Duration.ofHours(72));
    private static final Sender SENDER = Sender.of("Seatkey <seatkey@example.org>");

    private final MongoServer server = new MongoServer(new MemoryBackend());
    private final MongoClient client = MongoClients.create(server.bindAndGetConnectionString());
    private final AvroFormat format = RegistryInMemory.format();
    private final CrashKit queueing = new CrashKit(format, this::emptyDatabase, DeliveryCrashTest::queueing);
    private final TestMailbox mailbox = new TestMailbox();
    private final Records due = new Records(format);
    private MongoDatabase database = emptyDatabase();
    private int databases;

    @AfterEach
    void stopServer() {
        client.close();
        server.shutdownNow();
    }

    @Test
    @DisplayName("N4: events handled again after any crash, and sent again, queue no second mail")
    void queuesEachMailOnce() {
        Records events = events(3);
        events.add(Topics.SALE_EVENTS, "s-0", Contracts.NOW, Contracts.rejected("s-0", true));
        events.add(Topics.SALE_EVENTS, "s-9", Contracts.NOW, Contracts.rejected("s-9", false));
        events.addBytes(Topics.SALE_EVENTS, 0, "s-0", Contracts.NOW, "garbage".getBytes(UTF_8));
        events.addBytes(Topics.SALE_EVENTS, 0, "s-0", Contracts.NOW, null);
        events.add(Topics.SALE_EVENTS, "x", Contracts.NOW, Contracts.rejected("x".repeat(400_000), true));
        events.add(
                Topics.SALE_EVENTS,
                "x",
                Contracts.NOW,
                Contracts.approved("s-7", Contracts.registrant("x".repeat(400_000) + "@example.com")));

        assertThat(queueing.survivesEveryCrash(List.of(), events.all()))
                .extracting(SentRecord::topic)
                .containsOnly("sale-events.notifier-dlt");
        queueing.runOn(database, events.all());
        queueing.runOn(database, events.all());
        assertThat(mails()).hasSize(4);
    }

    @Test
    void sendsABatchOverOneConnectionAndTellsIt() {
        dueMails(5);

        List<SentRecord> sent = deliver();

        assertThat(sent).extracting(SentRecord::type).hasSize(5).containsOnly("MailSent");
        assertThat(mailbox.visits()).isEqualTo(1);
        assertThat(mails().values()).allSatisfy(mail -> {
            assertThat(mail.state()).isEqualTo(MailState.SENT);
            assertThat(mail.letter()).as("no longer kept").isNull();
            assertThat(mail.dueAt()).isNull();
        });
        assertThat(deliver()).as("handled again").isEqualTo(sent);
        assertThat(mailbox.accepted()).hasSize(5);
    }

    @Test
    @DisplayName("N4: a crash around any write to the store makes at most one more copy of one mail, and counts it")
    void makesAtMostOneMoreCopyOfOneMail() {
        for (boolean before : List.of(true, false)) {
            for (int write = 1; ; write++) {
                TestMailbox postbox = new TestMailbox();
                database = emptyDatabase();
                Records records = new Records(format);
                List<UUID> ids = queue(3);
                ids.forEach(id -> addDue(records, id, Contracts.NOW));
                if (!dies(new DyingMails(new MongoMails(database), write, before), postbox, records.all())) {
                    assertThat(write).isEqualTo(8);
                    break;
                }

                List<SentRecord> sent = deliver(new MongoMails(database), postbox, records.all());

                String crash = (before ? "before" : "after") + " write " + write;
                assertThat(sent)
                        .as(crash)
                        .extracting(SentRecord::type)
                        .containsExactly("MailSent", "MailSent", "MailSent");
                assertThat(new HashSet<>(postbox.accepted())).as(crash).hasSize(3);
                assertThat(postbox.accepted().size()).as(crash).isBetween(3, 4);
                int counted = mails().values().stream().mapToInt(Mail::copies).sum();
                assertThat(counted).as(crash).isBetween(postbox.accepted().size(), 4);
            }
        }
    }

    @Test
    @DisplayName("N4: a crash between the mail server's answer and its record makes one more copy, and no third")
    void givesUpWhenTheAnswerIsLostTwice() {
        UUID id = dueMails(1).get(0);
        mailbox.beforeAnswering(answer -> {
            throw new Death();
        });
        assertThat(dies(new MongoMails(database), mailbox, due.all())).isTrue();
        assertThat(dies(new MongoMails(database), mailbox, due.all())).isTrue();
        mailbox.beforeAnswering(answer -> answer);

        List<SentRecord> told = deliver();

        assertThat(mailbox.accepted()).containsExactly(id, id);
        assertThat(told).extracting(SentRecord::type).containsExactly("MailParked");
        assertThat(told.get(0).body()).contains("answer was lost twice");
        assertThat(mail(id).copies()).isEqualTo(2);
        assertThat(deliver()).as("handled again").isEqualTo(told);
    }

    @Test
    @DisplayName("N4: the second copy has the same Message-ID and is counted")
    void countsTheSecondCopy() {
        UUID id = dueMails(1).get(0);
        mailbox.beforeAnswering(answer -> {
            throw new Death();
        });
        assertThat(dies(new MongoMails(database), mailbox, due.all())).isTrue();
        mailbox.beforeAnswering(answer -> answer);

        List<SentRecord> told = deliver();

        assertThat(mailbox.accepted()).containsExactly(id, id);
        assertThat(told).singleElement().satisfies(sent -> assertThat(sent.body())
                .contains("\"copies\": 2", "<" + id + "@example.org>"));
    }

    @Test
    @DisplayName("N4: an answer lost on the line leaves one more try, after a pause")
    void triesOnceMoreWhenTheLineBreaks() {
        UUID id = dueMails(1).get(0);
        mailbox.beforeAnswering(answer -> new Answer(Kind.LOST, "connection reset"));

        assertThat(deliver()).isEmpty();
        assertThat(mail(id).state()).isEqualTo(MailState.RETRY);
        assertThat(mail(id).copies()).isEqualTo(1);
        Instant second = Objects.requireNonNull(mail(id).dueAt());
        List<SentRecord> told = deliver(again(List.of(id), second));

        assertThat(told).extracting(SentRecord::type).containsExactly("MailParked");
        assertThat(mailbox.accepted()).containsExactly(id, id);
    }

    @Test
    @DisplayName(
            "N4: a mail server that is away costs a batch one attempt to connect; pauses grow until mails are parked")
    void waitsForAMailServerThatIsAway() {
        List<UUID> ids = dueMails(3);
        mailbox.answering(Kind.NOT_REACHED, "connection refused");
        List<Duration> pauses = new ArrayList<>();
        Instant now = Contracts.NOW;
        List<SentRecord> told = deliver();
        while (told.isEmpty()) {
            Instant next = Objects.requireNonNull(mail(ids.get(0)).dueAt());
            pauses.add(Duration.between(now, next));
            now = next;
            told = deliver(again(ids, now));
        }

        assertThat(pauses)
                .startsWith(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(40))
                .contains(Duration.ofHours(1));
        assertThat(now).isEqualTo(Contracts.NOW.plus(Duration.ofHours(72)));
        assertThat(told).extracting(SentRecord::type).containsExactly("MailParked", "MailParked", "MailParked");
        assertThat(mail(ids.get(2)).copies()).isZero();
        assertThat(mail(ids.get(2)).letter()).as("kept for whoever looks at it").isNotNull();
    }

    @Test
    @DisplayName("N4: what the server refuses for good is parked at once; what it refuses for now is tried again")
    void tellsRefusalsApart() {
        List<UUID> ids = dueMails(2);
        mailbox.answering(Kind.REFUSED_FOR_GOOD, "550 no such user");
        assertThat(deliver(again(List.of(ids.get(0)), Contracts.NOW)))
                .singleElement()
                .satisfies(parked -> assertThat(parked.body()).contains("550 no such user", "\"attempts\": 1"));

        mailbox.answering(Kind.REFUSED_FOR_NOW, "451 try later");
        assertThat(deliver(again(List.of(ids.get(1)), Contracts.NOW))).isEmpty();
        assertThat(mail(ids.get(1)).state()).isEqualTo(MailState.RETRY);
        assertThat(mail(ids.get(1)).lastTrouble()).isEqualTo("451 try later");
        mailbox.answering(Kind.ACCEPTED, "");
        Instant early = Objects.requireNonNull(mail(ids.get(1)).dueAt()).minusMillis(1);
        assertThat(deliver(again(List.of(ids.get(1)), early))).isEmpty();
        assertThat(deliver(again(List.of(ids.get(1)), early.plusMillis(1))))
                .singleElement()
                .satisfies(sent -> assertThat(sent.body()).contains("\"copies\": 1"));
    }

    @Test
    @DisplayName("N4: a due record that is there twice, or for nothing, sends nothing twice")
    void sendsOnceHoweverOftenItIsDue() {
        List<UUID> ids = dueMails(2);
        ids.forEach(id -> addDue(due, id, Contracts.NOW));
        addDue(due, UUID.randomUUID(), Contracts.NOW);
        due.add(Topics.NOTIFIER_DUE, "x", Contracts.NOW, new WorkDue("send-mail", "no id", Contracts.NOW));
        due.add(Topics.NOTIFIER_DUE, "x", Contracts.NOW, new WorkDue("wash-dishes", "x", Contracts.NOW));
        MailSent foreign = new MailSent(UUID.randomUUID(), "s", "k", "r", "m", 1, Contracts.NOW);
        due.addBytes(Topics.NOTIFIER_DUE, 0, "x", Contracts.NOW, format.encode(Topics.MAIL_EVENTS.name(), foreign));

        List<SentRecord> told = deliver();

        assertThat(told)
                .extracting(SentRecord::topic)
                .containsExactly(
                        "notifier-due.notifier-dlt",
                        "notifier-due.notifier-dlt",
                        "notifier-due.notifier-dlt",
                        "mail-events",
                        "mail-events");
        assertThat(mailbox.accepted()).hasSize(2);
    }

    @Test
    void leavesAMailToWhoeverTookItOver() {
        UUID id = dueMails(1).get(0);
        mailbox.beforeAnswering(answer -> {
            Mail claimed = mail(id);
            new MongoMails(database).replace(claimed.claimedBy(Objects.requireNonNull(claimed.handledBy())));
            return answer;
        });

        assertThat(deliver()).isEmpty();
        assertThat(mail(id).state()).isEqualTo(MailState.SENDING);
    }

    @Test
    void findsWhatIsDueUntilItIsSettled() {
        List<UUID> ids = dueMails(2);
        List<Integer> slices = IntStream.range(0, 60).boxed().toList();
        MongoMails store = new MongoMails(database);

        assertThat(store.dueAt(Contracts.NOW.minusMillis(1), slices, 10)).isEmpty();
        assertThat(store.dueAt(Contracts.NOW, slices, 10))
                .extracting(item -> UUID.fromString(item.subjectId()))
                .containsExactlyInAnyOrderElementsOf(ids);
        assertThat(store.dueAt(Contracts.NOW, slices, 1)).hasSize(1);
        deliver();
        assertThat(store.dueAt(Contracts.NOW.plusSeconds(1_000_000), slices, 10))
                .isEmpty();
    }

    private List<UUID> dueMails(int count) {
        List<UUID> ids = queue(count);
        ids.forEach(id -> addDue(due, id, Contracts.NOW));
        return ids;
    }

    private List<UUID> queue(int count) {
        queueing.runOn(database, events(count).all());
        List<UUID> ids = new ArrayList<>(mails().keySet());
        Collections.sort(ids);
        return ids;
    }

    private Records events(int count) {
        Records events = new Records(format);
        IntStream.range(0, count)
                .forEach(i -> events.add(Topics.SALE_EVENTS, "s-" + i, Contracts.NOW, Contracts.approved("s-" + i)));
        return events;
    }

    private static void addDue(Records to, UUID id, Instant at) {
        to.add(Topics.NOTIFIER_DUE, id.toString(), at, new WorkDue("send-mail", id.toString(), at));
    }

    /** Due records that are none of those before. */
    private List<ConsumerRecord<byte[], byte[]>> again(List<UUID> ids, Instant at) {
        int before = due.all().size();
        ids.forEach(id -> addDue(due, id, at));
        return due.all().subList(before, before + ids.size());
    }

    private List<SentRecord> deliver() {
        return deliver(due.all());
    }

    private List<SentRecord> deliver(List<ConsumerRecord<byte[], byte[]>> records) {
        return deliver(new MongoMails(database), mailbox, records);
    }

    private List<SentRecord> deliver(Mails mails, Mailbox to, List<ConsumerRecord<byte[], byte[]>> records) {
        return new CrashKit(format, this::emptyDatabase, ignored -> delivery(mails, to)).runOn(database, records);
    }

    private boolean dies(Mails mails, Mailbox to, List<ConsumerRecord<byte[], byte[]>> records) {
        try {
            deliver(mails, to, records);
            return false;
        } catch (Death expected) {
            return true;
        }
    }

    private Subscription delivery(Mails mails, Mailbox to) {
        MailDueListener listener = new MailDueListener(
                mails, new PostMails(mails, to), new SettleMails(PATIENCE), new MailEventPublisher(SENDER));
        return Subscription.toDue(Topics.NOTIFIER, Topics.NOTIFIER_DUE, listener, new MongoMails(database));
    }

    private static Subscription queueing(MongoDatabase database) {
        return new MailsConfiguration().saleNews(new MongoMails(database));
    }

    private Mail mail(UUID id) {
        return Objects.requireNonNull(mails().get(id));
    }

    private Map<UUID, Mail> mails() {
        List<UUID> ids = new ArrayList<>();
        database.getCollection(MongoMails.COLLECTION)
                .find()
                .forEach(document -> ids.add(UUID.fromString(document.getString("_id"))));
        return new MongoMails(database).find(ids);
    }

    private MongoDatabase emptyDatabase() {
        MongoDatabase fresh = client.getDatabase("notifier-" + databases++);
        new StoreIndexes(MongoMails.INDEXES).createIn(fresh);
        return fresh;
    }
}
