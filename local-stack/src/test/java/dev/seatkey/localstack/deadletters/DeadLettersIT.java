package dev.seatkey.localstack.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.CompletableFuture.delayedExecutor;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seatkey.contract.DecideSale;
import dev.seatkey.contract.UserReference;
import dev.seatkey.contract.Verdict;
import dev.seatkey.localstack.RecordedConsole;
import dev.seatkey.localstack.components.Components;
import dev.seatkey.schemas.Topic;
import dev.seatkey.schemas.Topics;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import io.confluent.kafka.serializers.subject.TopicRecordNameStrategy;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Dead letters on the command line, on a real broker and registry")
class DeadLettersIT {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final String BROKERS = Components.shared().broker().bootstrapServers();
    private static final String REGISTRY = Components.shared().registry().url();
    private static final KafkaProducer<byte[], byte[]> WORKER = new KafkaProducer<>(
            Map.of(
                    "bootstrap.servers",
                    BROKERS,
                    "transactional.id",
                    "dead-letters-it",
                    "max.request.size",
                    Integer.toString(Topic.MAX_DEAD_LETTER_BYTES)),
            new ByteArraySerializer(),
            new ByteArraySerializer());

    static {
        WORKER.initTransactions();
    }

    private final RecordedConsole terminal = new RecordedConsole();

    @AfterAll
    static void close() {
        WORKER.close();
    }

    @Test
    void saysThatThereAreNone() {
        assertThat(run("list", "--topic", "notifier-due")).isZero();

        assertThat(terminal.said()).isEqualTo("No dead letter fits.\n");
    }

    @Test
    void listsThemOneALine() {
        var letter = new Letter("plan-events.sale-intake-dlt")
                .at(2, 17)
                .key("org-1")
                .value(bytes(1, 2))
                .put();

        run("list", "--topic", "plan-events", "--service", "sale-intake", "--kind", "BROKEN");

        assertThat(terminal.said().lines().filter(line -> line.startsWith(letter + "  ")))
                .singleElement()
                .asString()
                .matches(
                        ".*-dlt@\\d+  plan-events-2@17 +2026-11-22 12:00  BROKEN  no        org-1 +is not what it should be");
    }

    @Test
    void makesControlCharactersVisible() {
        var letter = new Letter("organizations.approval-worker-dlt")
                .key("\u001b[2Jgone\u009b0m")
                .value(bytes())
                .put();

        run("list", "--topic", "organizations");
        run("show", letter);

        assertThat(terminal.said()).contains("·[2Jgone·0m").doesNotContain("\u001b", "\u009b");
    }

    @Test
    void showsWhatCanBeDecodedAsJson() {
        var decision = new DecideSale("sale-1", Verdict.APPROVE, new UserReference("office", "olga"), "Good");
        var letter = new Letter("approval-decisions.approval-worker-dlt")
                .key("sale-1")
                .header("ce_id", "abc")
                .value(encoded(decision))
                .put();

        run("show", letter);

        assertThat(terminal.said())
                .contains(
                        letter,
                        "From                approval-decisions-0@1\n",
                        "Time                2026-11-22T12:00:00Z\n")
                .contains("Headers\n  ce_id               abc\n")
                .contains("Value: DecideSale, schema ")
                .contains("  {\n    \"saleId\" : \"sale-1\",\n    \"verdict\" : \"APPROVE\",");
    }

    @Test
    void showsTheFirstBytesOfWhatCannotBeDecodedAndSaysWhy() {
        var noAvro = new Letter("approval-decisions.approval-worker-dlt")
                .value("{\"sale\": 1}".getBytes(UTF_8))
                .put();
        var unknown = new Letter("approval-decisions.approval-worker-dlt")
                .value(bytes(0, 0, 1, 0x86, 0x9f, 2))
                .put();
        var none =
                new Letter("approval-decisions.approval-worker-dlt").value(null).put();

        run("show", noAvro);
        run("show", unknown);
        run("show", none);

        assertThat(terminal.said())
                .contains("Value: 11 bytes, not in Confluent's wire format")
                .contains("  0000  7b 22 73 61 6c 65 22 3a 20 31 7d                 {\"sale\": 1}\n")
                .contains("Value: 6 bytes, the registry knows no schema with id 99999\n")
                .contains("Value: none\n");
    }

    @Test
    void showsTheStackOfABug() {
        var letter = new Letter("test-launches.key-worker-dlt")
                .value(bytes(1))
                .header("dlt-stack", "java.lang.IllegalStateException: no\n\tat dev.seatkey.Some.thing(Some.java:7)\n")
                .bug()
                .put();

        run("show", letter);

        assertThat(terminal.said())
                .contains("BUG: handling it failed")
                .contains(
                        "Stack\n  java.lang.IllegalStateException: no\n      at dev.seatkey.Some.thing(Some.java:7)\n");
    }

    @Test
    void failsForAnIdThatIsNone() {
        assertThat(run("show", "sale-commands.sale-intake-dlt@99999999")).isNotZero();
        assertThat(run("replay", "sale-1")).isNotZero();
        assertThat(run("replay")).isNotZero();
        assertThat(run("replay", "--all", "--again")).isNotZero();

        assertThat(terminal.complained())
                .contains("There is no dead letter sale-commands.sale-intake-dlt@99999999")
                .contains("'sale-1' is no id of a dead letter");
    }

    @Test
    @DisplayName("Puts a record back as it came: partition, key, bytes, own headers, time")
    void putsBackARecordAsItCame() {
        var letter = new Letter("sale-events.notifier-dlt")
                .at(2, 5)
                .key("a key")
                .header("ce_id", "e-1")
                .header("traceparent", "00-1")
                .value(bytes(0, 1, 2))
                .put();

        assertThat(run("replay", letter)).isZero();

        var back = last("sale-events", 2);
        assertThat(back.key()).isEqualTo("a key".getBytes(UTF_8));
        assertThat(back.value()).isEqualTo(bytes(0, 1, 2));
        assertThat(back.timestamp()).isEqualTo(NOON.toEpochMilli());
        assertThat(headers(back)).isEqualTo(Map.of("ce_id", "e-1", "traceparent", "00-1", "dlt-replay-of", letter));
        assertThat(terminal.said())
                .isEqualTo(letter + "  is replayed as sale-events-2@" + back.offset() + "\n1 replayed.\n");
    }

    @Test
    @DisplayName("Replays each only once, unless asked again")
    void replaysEachOnlyOnce() {
        var first = new Letter("sale-events.key-worker-dlt").value(bytes(1)).put();
        new Letter("sale-events.key-worker-dlt").value(bytes(2)).bug().put();
        new Letter("sale-events.key-worker-dlt").value(bytes(3)).put();
        var before = count("sale-events", 0);

        assertThat(run("replay", first)).isZero();
        assertThat(count("sale-events", 0)).isEqualTo(before + 1);
        run("replay", "--all", "--service", "key-worker", "--topic", "sale-events", "--kind", "BUG");
        assertThat(count("sale-events", 0)).isEqualTo(before + 2);
        run("replay", "--all", "--service", "key-worker", "--topic", "sale-events");
        assertThat(count("sale-events", 0)).isEqualTo(before + 3);
        run("replay", "--all", "--service", "key-worker", "--topic", "sale-events");
        run("replay", first);
        assertThat(count("sale-events", 0)).isEqualTo(before + 3);
        run("replay", first, "--again");
        assertThat(count("sale-events", 0)).isEqualTo(before + 4);

        assertThat(terminal.said())
                .contains("Nothing to replay.\n", first + "  was replayed already, as sale-events-0@");
    }

    @Test
    @DisplayName("A replay that dies in the middle has put nothing back that the next one does not know of")
    void isExactlyOnceAlsoWhenItDies() throws Exception {
        var id = DeadLetterId.parse(
                new Letter("sale-events.approval-worker-dlt").value(bytes(4)).put());
        var before = count("sale-events", 0);
        try (var records = new CommittedRecords(BROKERS);
                var dying = new PutBack(BROKERS, Clock.systemUTC());
                var other = new CommittedRecords(BROKERS)) {
            var letter = new DeadLetters(records).get(id);

            // given a replay that another one overtakes before it has put anything back
            assertThat(run("replay", "--all", "--service", "approval-worker", "--topic", "sale-events"))
                    .isZero();

            // then it can do nothing any more, and the record is back once
            assertThatThrownBy(() -> dying.put(List.of(new PutBack.Chosen(letter, bytes(4)))))
                    .hasMessageStartingWith("Another replay has begun");
            assertThat(count("sale-events", 0)).isEqualTo(before + 1);
            assertThat(new DeadLetters(other).get(id).replay()).isPresent();
        }
    }

    @Test
    @DisplayName("Sees what was replayed also where a worker's open transaction hides it")
    void waitsForOpenTransactions() throws Exception {
        // given a replay, behind a worker's transaction that is still open in the dead letter topic
        var id = new Letter("plan-events.sale-intake-dlt").value(bytes(5)).put();
        WORKER.beginTransaction();
        WORKER.send(new Letter("plan-events.sale-intake-dlt").value(bytes(6)).record())
                .get();
        try (var putBack = new PutBack(BROKERS, Clock.systemUTC())) {
            var headers = new Letter("plan-events.sale-intake-dlt").headers;
            var letter = new DeadLetter(DeadLetterId.parse(id), null, headers, NOON, Optional.empty());
            assertThat(putBack.put(List.of(new PutBack.Chosen(letter, bytes(5)))))
                    .hasSize(1);
        }
        var before = count("plan-events", 0);

        // when it is replayed once more, and the transaction ends meanwhile
        var ending = CompletableFuture.runAsync(WORKER::abortTransaction, delayedExecutor(500, MILLISECONDS));
        run("replay", id);
        ending.get();

        // then the first replay was seen
        assertThat(count("plan-events", 0)).isEqualTo(before);
        assertThat(terminal.said()).contains("was replayed already");
    }

    @Test
    void doesNotReplayWhatWasCut() {
        var letter = new Letter("sale-events.sale-intake-dlt")
                .value(bytes(0, 0))
                .header("dlt-truncated", "5000000")
                .put();

        assertThat(run("replay", letter)).isNotZero();
        run("show", letter);

        assertThat(terminal.said())
                .contains(letter + "  cannot be replayed: only a part of it was kept; its sender must send it again\n")
                .contains("0 replayed, 1 cannot be replayed.")
                .contains("Value: 2 bytes, only the first 2 of 5,000,000 bytes were kept");
    }

    @Test
    void doesNotReplayWhatLostItsKeyOrHeaders() {
        var keyless = new Letter("sale-events.sale-intake-dlt")
                .key("the beginning")
                .header("dlt-truncated-key", "4000000")
                .put();
        var headerless = new Letter("sale-events.sale-intake-dlt")
                .header("dlt-dropped-headers", "2")
                .put();

        assertThat(run("replay", keyless, headerless)).isNotZero();
        run("show", keyless);
        run("show", headerless);

        assertThat(terminal.said())
                .contains(keyless + "  cannot be replayed: only a part of it was kept")
                .contains(headerless + "  cannot be replayed: only a part of it was kept")
                .contains("4,000,000 bytes, of which only the first were kept")
                .contains("Headers, without 2 that were too large");
    }

    @Test
    void doesNotReplayWhatItsTopicDoesNotTake() {
        var huge = new byte[Topic.MAX_RECORD_BYTES];
        new Random(7).nextBytes(huge);
        new Letter("sale-commands.sale-intake-dlt").at(1, 3).value(bytes(7)).put();
        var tooLarge =
                new Letter("sale-commands.sale-intake-dlt").at(1, 4).value(huge).put();
        var before = count("sale-commands", 1);

        assertThat(run("replay", "--all", "--topic", "sale-commands")).isZero();

        assertThat(count("sale-commands", 1)).isEqualTo(before + 1);
        assertThat(terminal.said())
                .contains(tooLarge + "  cannot be replayed: its topic takes no record of its size\n")
                .contains("1 replayed, 1 cannot be replayed.\n");
    }

    @Test
    @DisplayName("An old price does not come back over a newer one")
    void doesNotBringBackWhatWasReplaced() throws Exception {
        WORKER.beginTransaction();
        var sent = List.of(
                WORKER.send(new ProducerRecord<>("price-list", 1, bytes(9), bytes(1))),
                WORKER.send(new ProducerRecord<>("price-list", 1, bytes(9), bytes(2))));
        WORKER.commitTransaction();
        var old = new Letter("price-list.sale-intake-dlt")
                .at(1, sent.get(0).get().offset())
                .key(bytes(9))
                .value(bytes(1))
                .put();
        var current = new Letter("price-list.sale-intake-dlt")
                .at(1, sent.get(1).get().offset())
                .key(bytes(9))
                .value(bytes(2))
                .put();

        run("replay", old, current);

        assertThat(terminal.said()).contains(old + "  is not replayed: price-list-1@", current + "  is replayed as ");
        assertThat(last("price-list", 1).value()).isEqualTo(bytes(2));
    }

    @Test
    @DisplayName("A sender cannot pass a record off as a note that something was replayed")
    void isNotFooledByHeaders() {
        var letter = new Letter("key-worker-due.key-worker-dlt").value(bytes(8)).put();
        new Letter("key-worker-due.key-worker-dlt")
                .value(null)
                .header("dlt-replayed", letter.substring(letter.indexOf('@') + 1))
                .header("dlt-replayed-as", "somewhere")
                .put();

        run("list", "--topic", "key-worker-due");

        assertThat(terminal.said()).contains("2 dead letters, 2 not replayed.");
    }

    private int run(String... arguments) {
        var registry = arguments[0].equals("show") ? Stream.of("--registry", REGISTRY) : Stream.<String>of();
        var line = DeadLettersCommand.on(terminal.console())
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    terminal.console().error(String.valueOf(failure.getMessage()));
                    return 1;
                });
        return line.execute(Stream.of(Stream.of(arguments), Stream.of("--bootstrap-servers", BROKERS), registry)
                .flatMap(each -> each)
                .toArray(String[]::new));
    }

    private static byte[] encoded(DecideSale decision) {
        try (var serializer = new KafkaAvroSerializer()) {
            serializer.configure(
                    Map.of(
                            "schema.registry.url",
                            REGISTRY,
                            "auto.register.schemas",
                            "false",
                            "avro.remove.java.properties",
                            "true",
                            "value.subject.name.strategy",
                            TopicRecordNameStrategy.class.getName()),
                    false);
            return serializer.serialize(Topics.APPROVAL_DECISIONS.name(), decision);
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> records(String topic, int partition) {
        var found = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        try (var records = new CommittedRecords(BROKERS)) {
            records.all(List.of(new TopicPartition(topic, partition)), found::add);
        }
        return found;
    }

    private static int count(String topic, int partition) {
        return records(topic, partition).size();
    }

    private static ConsumerRecord<byte[], byte[]> last(String topic, int partition) {
        var all = records(topic, partition);
        return all.get(all.size() - 1);
    }

    private static Map<String, String> headers(ConsumerRecord<?, ?> record) {
        var headers = new HashMap<String, String>();
        for (Header header : record.headers()) {
            headers.put(header.key(), new String(header.value(), UTF_8));
        }
        return headers;
    }

    private static byte[] bytes(int... values) {
        var bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    /** A dead letter as a worker writes it; of noon, from partition 0, offset 1, unless told otherwise. */
    private static final class Letter {
        private final String topic;
        private final RecordHeaders headers = new RecordHeaders();
        private byte @Nullable [] key;
        private byte @Nullable [] value;

        Letter(String topic) {
            this.topic = topic;
            header("dlt-reason", "is not what it should be");
            header("dlt-kind", "BROKEN");
            header("dlt-topic", topic.substring(0, topic.indexOf('.')));
            header("dlt-timestamp", Long.toString(NOON.toEpochMilli()));
            at(0, 1);
        }

        Letter at(int partition, long offset) {
            return header("dlt-partition", "" + partition).header("dlt-offset", "" + offset);
        }

        Letter bug() {
            return header("dlt-kind", "BUG");
        }

        Letter header(String name, String text) {
            headers.remove(name).add(name, text.getBytes(UTF_8));
            return this;
        }

        Letter key(String text) {
            return key(text.getBytes(UTF_8));
        }

        Letter key(byte[] bytes) {
            key = bytes;
            return this;
        }

        Letter value(byte @Nullable [] bytes) {
            value = bytes;
            return this;
        }

        ProducerRecord<byte[], byte[]> record() {
            return new ProducerRecord<>(topic, 0, NOON.toEpochMilli(), key, value, headers);
        }

        /** Sends it, and tells its id. */
        String put() {
            try {
                WORKER.beginTransaction();
                Future<RecordMetadata> sent = WORKER.send(record());
                WORKER.commitTransaction();
                return topic + "@" + sent.get().offset();
            } catch (Exception refused) {
                throw new AssertionError(refused);
            }
        }
    }
}
