package dev.seatkey.messaging.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoTimeoutException;
import dev.seatkey.contract.MailSent;
import dev.seatkey.contract.WorkDue;
import dev.seatkey.messaging.Cause;
import dev.seatkey.messaging.Decision;
import dev.seatkey.messaging.EarlierWrites;
import dev.seatkey.messaging.LostRace;
import dev.seatkey.messaging.Message;
import dev.seatkey.messaging.OverlappingHandler;
import dev.seatkey.messaging.PassingFault;
import dev.seatkey.messaging.Subscription;
import dev.seatkey.messaging.testkit.Records;
import dev.seatkey.messaging.testkit.RegistryInMemory;
import dev.seatkey.schemas.Topic;
import dev.seatkey.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.record.AbstractRecords;
import org.apache.kafka.common.record.CompressionType;
import org.apache.kafka.common.record.RecordBatch;
import org.junit.jupiter.api.Test;

class BatchProcessorTest {
    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");
    private static final String DEAD_LETTERS = "notifier-due.notifier-dlt";
    private static final String[] MARKS_OF_WHAT_WAS_SHORTENED = {
        "dlt-truncated", "dlt-truncated-key", "dlt-dropped-headers"
    };

    private final AvroFormat format = RegistryInMemory.format();
    private final Records records = new Records(format);
    private final Notebook notebook = new Notebook();

    @Test
    void answersABatchInItsOrder() {
        line("a").line("b").line("a");

        assertThat(keys(process())).containsExactly("a", "b", "a");
        assertThat(notebook.batchSizes()).containsExactly(3);
    }

    @Test
    void givesARecordThatIsNotAvroToTheDeadLettersAsItCame() {
        line("a");
        records.addBytes(Topics.NOTIFIER_DUE, 0, "k", NOON, "no avro".getBytes(UTF_8));
        line("b");

        List<ProducerRecord<byte[], byte[]>> sent = process();

        assertThat(keys(sent)).containsExactly("k", "a", "b");
        assertThat(sent.get(0).topic()).isEqualTo(DEAD_LETTERS);
        assertThat(sent.get(0).value()).isEqualTo("no avro".getBytes(UTF_8));
        assertThat(header(sent.get(0), "dlt-offset")).isEqualTo("1");
        assertThat(header(sent.get(0), "dlt-kind")).isEqualTo("BROKEN");
        assertThat(header(sent.get(0), "dlt-reason")).contains("wire format");
    }

    @Test
    void givesAnEmptyValueATooShortOneAndNoneToTheDeadLetters() {
        records.addBytes(Topics.NOTIFIER_DUE, 0, "none", NOON, null);
        records.addBytes(Topics.NOTIFIER_DUE, 0, "empty", NOON, new byte[0]);
        records.addBytes(Topics.NOTIFIER_DUE, 0, "short", NOON, new byte[] {0, 0});

        assertThat(process()).extracting(ProducerRecord::topic).containsOnly(DEAD_LETTERS);
    }

    @Test
    void givesAnUnknownSchemaIdToTheDeadLetters() {
        records.addBytes(Topics.NOTIFIER_DUE, 0, "k", NOON, new byte[] {0, 0, 0, 99, 99, 1, 2, 3});

        assertThat(process()).extracting(ProducerRecord::topic).containsExactly(DEAD_LETTERS);
    }

    @Test
    void takesTornBytesBehindAKnownSchemaIdForBrokenAndNotForARegistryThatIsAway() {
        byte[] torn = Arrays.copyOf(format.encode("notifier-due", new WorkDue("note", "a", NOON)), 15);
        Arrays.fill(torn, 5, 15, (byte) 0xFF);
        records.addBytes(Topics.NOTIFIER_DUE, 0, "k", NOON, torn);

        assertThat(process()).extracting(ProducerRecord::topic).containsExactly(DEAD_LETTERS);
    }

    @Test
    void givesARecordWithoutATimeToTheDeadLettersWithoutOne() {
        records.add(Topics.NOTIFIER_DUE, "a", Instant.ofEpochMilli(-1), new WorkDue("note", "a", NOON));

        List<ProducerRecord<byte[], byte[]>> sent = process();

        assertThat(sent).extracting(ProducerRecord::topic).containsExactly(DEAD_LETTERS);
        assertThat(sent.get(0).timestamp()).isNull();
    }

    @Test
    void keepsTheBeginningOfABrokenRecordThatIsTooLargeToBeSentOn() {
        records.addBytes(Topics.NOTIFIER_DUE, 0, "k", NOON, new byte[5_000_000]);

        List<ProducerRecord<byte[], byte[]>> sent = process();

        assertThat(sent.get(0).value()).hasSize(Topic.MAX_RECORD_BYTES);
        assertThat(header(sent.get(0), "dlt-truncated")).isEqualTo("5000000");
    }

    @Test
    void keepsTheBeginningOfAKeyThatIsTooLargeToBeSentOn() {
        records.addBytes(Topics.NOTIFIER_DUE, 0, "k".repeat(4_000_000), NOON, null);

        ProducerRecord<byte[], byte[]> sent = process().get(0);

        assertThat(sizeOf(sent)).isLessThanOrEqualTo(Topic.MAX_DEAD_LETTER_BYTES);
        assertThat(new String(sent.key(), UTF_8)).startsWith("kkk");
        assertThat(header(sent, "dlt-truncated-key")).isEqualTo("4000000");
    }

    @Test
    void leavesOutHeadersThatAreTooLargeToBeSentOnAndKeepsTheOthers() {
        records.addBytes(Topics.NOTIFIER_DUE, 0, "k", NOON, null);
        records.all()
                .get(0)
                .headers()
                .add("first", new byte[7])
                .add("huge", new byte[4_000_000])
                .add("n".repeat(4_000_000), null)
                .add("last", null);

        ProducerRecord<byte[], byte[]> sent = process().get(0);

        assertThat(sizeOf(sent)).isLessThanOrEqualTo(Topic.MAX_DEAD_LETTER_BYTES);
        assertThat(sent.headers()).extracting(Header::key).startsWith("first", "last");
        assertThat(header(sent, "dlt-dropped-headers")).isEqualTo("2");
    }

    @Test
    void canSendOnWhateverIsTooLarge() {
        records.addBytes(Topics.NOTIFIER_DUE, 0, "🎓".repeat(100_000), NOON, new byte[5_000_000]);
        Headers headers = records.all().get(0).headers();
        IntStream.range(0, 100_000).forEach(i -> headers.add("🎓" + i, new byte[40]));

        assertThat(sizeOf(process().get(0))).isLessThanOrEqualTo(Topic.MAX_DEAD_LETTER_BYTES);
    }

    @Test
    void sendsARecordOfFullSizeOnAsItCame() {
        records.addBytes(Topics.NOTIFIER_DUE, 0, "k".repeat(400_000), NOON, new byte[400_000]);
        records.all().get(0).headers().add("large", new byte[200_000]);

        ProducerRecord<byte[], byte[]> sent = process().get(0);

        assertThat(sent.key()).hasSize(400_000);
        assertThat(sent.value()).hasSize(400_000);
        assertThat(sent.headers().lastHeader("large").value()).hasSize(200_000);
        assertThat(sent.headers()).extracting(Header::key).doesNotContain(MARKS_OF_WHAT_WAS_SHORTENED);
    }

    @Test
    void letsNoSenderSayWhyARecordIsADeadLetter() {
        records.addBytes(Topics.NOTIFIER_DUE, 0, "k", NOON, null);
        Headers headers = records.all().get(0).headers().add("dlt-offset", "7".getBytes(UTF_8));
        Stream.of(MARKS_OF_WHAT_WAS_SHORTENED).forEach(name -> headers.add(name, "7".getBytes(UTF_8)));

        ProducerRecord<byte[], byte[]> sent = process().get(0);

        assertThat(sent.headers()).extracting(Header::key).doesNotContain(MARKS_OF_WHAT_WAS_SHORTENED);
        assertThat(header(sent, "dlt-offset")).isEqualTo("0");
    }

    @Test
    void givesARecordTypeThatTheTopicDoesNotCarryToTheDeadLetters() {
        MailSent foreign = new MailSent(UUID.randomUUID(), "sale", "kind", "who", "id", 1, NOON);
        records.addBytes(Topics.NOTIFIER_DUE, 0, "k", NOON, format.encode("mail-events", foreign));

        List<ProducerRecord<byte[], byte[]>> sent = process();

        assertThat(sent).extracting(ProducerRecord::topic).containsExactly(DEAD_LETTERS);
        assertThat(header(sent.get(0), "dlt-reason")).contains("MailSent").contains("does not carry");
    }

    @Test
    void givesARecordThatTheHandlerCallsBrokenToTheDeadLettersAtOnce() {
        line("a").line(Notebook.BROKEN).line("b");

        List<ProducerRecord<byte[], byte[]>> sent = process();

        assertThat(sent)
                .extracting(ProducerRecord::topic)
                .containsExactly(DEAD_LETTERS, "notifier-due", "notifier-due");
        assertThat(notebook.batchSizes()).containsExactly(2);
    }

    @Test
    void givesOnlyTheRecordThatShowsABugToTheDeadLettersWithItsStack() {
        line("a").line(Notebook.BUG).line("b");

        List<ProducerRecord<byte[], byte[]>> sent = process();

        assertThat(keys(sent)).containsExactly("a", Notebook.BUG, "b");
        assertThat(sent.get(1).topic()).isEqualTo(DEAD_LETTERS);
        assertThat(header(sent.get(1), "dlt-kind")).isEqualTo("BUG");
        assertThat(header(sent.get(1), "dlt-stack")).contains("Notebook.decide");
        assertThat(notebook.lines()).containsOnlyKeys("a", "b");
    }

    @Test
    void aBugThatPassesIsForgotten() {
        notebook.failing(2, new IllegalStateException("only sometimes"));
        line("a");

        assertThat(process()).extracting(ProducerRecord::topic).containsExactly("notifier-due");
    }

    @Test
    void aPassingFaultSendsNothingNotEvenDeadLetters() {
        notebook.failing(1, new MongoTimeoutException("no server"));
        line("a").line(Notebook.BROKEN);

        assertThatThrownBy(this::process).isInstanceOf(MongoTimeoutException.class);
        assertThat(keys(process())).containsExactly(Notebook.BROKEN, "a");
    }

    @Test
    void readsAndDecidesAgainAfterALostRace() {
        notebook.losingRaces(3);
        line("a");

        assertThat(keys(process())).containsExactly("a");
        assertThat(notebook.batchSizes()).hasSize(4);
    }

    @Test
    void readsAgainAfterARaceLostWhileReading() {
        notebook.losingRacesEarly(3);
        line("a");

        assertThat(keys(process())).containsExactly("a");
        assertThat(notebook.batchSizes()).hasSize(4);
    }

    @Test
    void raceAfterRaceLostIsAPassingFault() {
        notebook.losingRaces(1000);
        line("a");

        assertThatThrownBy(this::process).isInstanceOf(PassingFault.class);
    }

    @Test
    void pollsAgainRatherThanRaceUntilTheConsumerCountsAsDead() {
        AtomicLong time = new AtomicLong();
        notebook.losingRaces(2);
        line("a");

        assertThatThrownBy(() -> new BatchProcessor<>(
                                subscription(),
                                notebook,
                                format,
                                Checkpoint.NONE,
                                () -> time.getAndAdd(Duration.ofSeconds(9).toNanos()))
                        .process(records.all()))
                .isInstanceOf(PassingFault.class)
                .hasMessageContaining("lost 2 races");
    }

    @Test
    void passesOverTypesThatItsHandlerDoesNotWant() {
        line("a");
        Subscription uninterested = new Subscription(
                Topics.NOTIFIER, "due", List.of(Topics.NOTIFIER_DUE), Set.of(MailSent.class), notebook);

        assertThat(new BatchProcessor<>(uninterested, notebook, format, Checkpoint.NONE).process(records.all()))
                .isEmpty();
    }

    @Test
    void anAnswerTooLargeForItsTopicIsABugOfThatRecordAlone() {
        line("a").line("x".repeat(1_040_000)).line("b");

        assertThat(process())
                .extracting(ProducerRecord::topic)
                .containsExactly("notifier-due", DEAD_LETTERS, "notifier-due");
    }

    @Test
    void wrapsEventsAsCloudEventsThatNameTheirCause() {
        line("a");

        ProducerRecord<byte[], byte[]> sent = process().get(0);

        assertThat(header(sent, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(sent, "ce_type")).isEqualTo("dev.seatkey.contract.WorkDue");
        assertThat(header(sent, "ce_source")).isEqualTo("/seatkey/notifier");
        assertThat(header(sent, "ce_time")).isEqualTo("2027-03-01T12:00:00Z");
        assertThat(header(sent, "ce_causationid")).isEqualTo("notifier-due-0@0");
        assertThat(header(sent, "ce_correlationid")).isEqualTo("notifier-due-0@0");
        assertThat(UUID.fromString(header(sent, "ce_id"))).isNotNull();
        assertThat(sent.timestamp()).isEqualTo(NOON.toEpochMilli());
    }

    @Test
    void leavesItToTheCallerToWriteWhereTheHandlerReadsAhead() {
        records.addBytes(Topics.NOTIFIER_DUE, 0, "k", NOON, "no avro".getBytes(UTF_8));
        line("a").line("b");

        Decided decided = readingAhead().decide(records.all(), () -> {});

        assertThat(notebook.lines()).isEmpty();
        assertThat(keys(decided.write())).containsExactly("k", "a", "b");
        assertThat(notebook.lines()).containsOnlyKeys("a", "b");
    }

    @Test
    void writesAtOnceWhereABugSpoilsTheBatch() {
        line("a").line(Notebook.BUG).line("b");

        Decided decided = readingAhead().decide(records.all(), () -> {});

        assertThat(notebook.lines()).containsOnlyKeys("a", "b");
        assertThat(keys(decided.write())).containsExactlyInAnyOrder("a", Notebook.BUG, "b");
    }

    @Test
    void aBatchBeforeThatCannotBeWrittenIsNoFaultOfThisOne() {
        line("a");

        assertThatThrownBy(() -> readingAhead().decide(records.all(), () -> {
                    throw new PassingFault("not written", new LostRace("somebody was faster"));
                }))
                .isInstanceOf(PassingFault.class);
        assertThat(notebook.batchSizes()).isEmpty();
    }

    private BatchProcessor<?, ?, ?> readingAhead() {
        return new BatchProcessor<>(subscription(), new Ahead(notebook), format, Checkpoint.NONE);
    }

    /** Waits for the batch before at once, and is written by whoever asked it to decide. */
    private record Ahead(Notebook notebook)
            implements OverlappingHandler<Notebook.Line, Map<String, Cause>, Map<String, Cause>> {
        @Override
        public Notebook.Line translate(Message message) {
            return notebook.translate(message);
        }

        @Override
        public Map<String, Cause> read(List<Notebook.Line> messages, EarlierWrites earlier) {
            earlier.await();
            return notebook.read(messages);
        }

        @Override
        public Decision<Map<String, Cause>> decide(List<Notebook.Line> messages, Map<String, Cause> stored) {
            return notebook.decide(messages, stored);
        }

        @Override
        public void write(Map<String, Cause> changes) {
            notebook.write(changes);
        }
    }

    private BatchProcessorTest line(String text) {
        records.add(Topics.NOTIFIER_DUE, text, NOON, new WorkDue("note", text, NOON));
        return this;
    }

    private List<ProducerRecord<byte[], byte[]>> process() {
        return new BatchProcessor<>(subscription(), notebook, format, Checkpoint.NONE).process(records.all());
    }

    private Subscription subscription() {
        return new Subscription(Topics.NOTIFIER, "due", List.of(Topics.NOTIFIER_DUE), Set.of(WorkDue.class), notebook);
    }

    private static List<String> keys(List<ProducerRecord<byte[], byte[]>> sent) {
        return sent.stream().map(record -> new String(record.key(), UTF_8)).toList();
    }

    /** What the producer compares with its limit. */
    private static int sizeOf(ProducerRecord<byte[], byte[]> record) {
        return AbstractRecords.estimateSizeInBytesUpperBound(
                RecordBatch.CURRENT_MAGIC_VALUE,
                CompressionType.NONE,
                record.key(),
                record.value(),
                record.headers().toArray());
    }

    private static String header(ProducerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
