package dev.seatkey.localstack.books;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seatkey.schemas.Topic;
import dev.seatkey.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what is committed to the topics, once, from their beginning to the end that they have at that time; and on from
 * there, as often as asked. Of topics that the books don't rest on it only sees where the last record stands.
 */
final class TopicReading implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(TopicReading.class);

    private static final Duration SHORT = Duration.ofMillis(200);
    private static final UUID NONE = new UUID(0, 0);
    private static final int RECORDS_BETWEEN_WORDS = 100_000;

    /** Their records are written by the services alone: each must be readable. */
    private static final Set<Topic> EVENTS = Set.of(
            Topics.SALE_EVENTS,
            Topics.SALES,
            Topics.PLAN_EVENTS,
            Topics.KEY_EVENTS,
            Topics.LAUNCH_RESULTS,
            Topics.MAIL_EVENTS);

    /** Anybody may have sent anything to these; what cannot be read is in the dead letters. */
    private static final Set<Topic> COMMANDS = Set.of(Topics.TEST_LAUNCHES, Topics.APPROVAL_DECISIONS);

    private static final List<String> DEAD_LETTERS = List.of(
            Topics.TEST_LAUNCHES.deadLetters(Topics.KEY_WORKER),
            Topics.APPROVAL_DECISIONS.deadLetters(Topics.APPROVAL_WORKER));

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final WireFormat format;
    private final Map<TopicPartition, Long> last = new HashMap<>();
    private final Set<Told.Place> dead = new HashSet<>();
    private final Set<String> cut = new HashSet<>();
    private final Consumer<String> progress;
    private final Set<String> events = names(EVENTS);
    private final Set<String> commands = names(COMMANDS);
    private long records;

    /** @param progress hears how far the reading is, for people */
    TopicReading(BooksAddresses addresses, Consumer<String> progress) {
        this.progress = progress;
        format = new WireFormat(addresses.registryUrl());
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", addresses.bootstrapServers(),
                        "isolation.level", "read_committed",
                        "auto.offset.reset", "earliest",
                        "enable.auto.commit", "false",
                        "default.api.timeout.ms", "15000",
                        "max.poll.records", "5000"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        var partitions = Topics.all().stream()
                .filter(topic -> !topic.isDeadLetters() || DEAD_LETTERS.contains(topic.name()))
                .flatMap(TopicReading::partitions)
                .toList();
        consumer.assign(partitions);
        consumer.beginningOffsets(partitions).forEach((partition, offset) -> {
            if (offset > 0) {
                cut.add(partition.topic());
            }
        });
    }

    /**
     * Reads on to the ends that the topics have now.
     *
     * @throws KafkaException if brokers or registry are away
     */
    void readOn(Consumer<Told> books) {
        var ends = new HashMap<>(consumer.endOffsets(consumer.assignment()));
        ends.entrySet().removeIf(this::isReached);
        while (!ends.isEmpty()) {
            for (var record : consumer.poll(SHORT)) {
                take(record, books);
            }
            ends.entrySet().removeIf(this::isReached);
        }
    }

    /** Where the last record of each partition stands that has one. */
    Map<TopicPartition, Long> last() {
        return Map.copyOf(last);
    }

    /** Places of launches and decisions that are in the dead letters. */
    Set<Told.Place> dead() {
        return dead;
    }

    /** Whether old records of a topic are no longer kept. */
    boolean isCut(Topic topic) {
        return cut.contains(topic.name());
    }

    /** How many records were read. */
    long records() {
        return records;
    }

    @Override
    public void close() {
        consumer.close();
    }

    private boolean isReached(Map.Entry<TopicPartition, Long> end) {
        return consumer.position(end.getKey()) >= end.getValue();
    }

    private void take(ConsumerRecord<byte[], byte[]> record, Consumer<Told> books) {
        last.put(new TopicPartition(record.topic(), record.partition()), record.offset());
        if (++records % RECORDS_BETWEEN_WORDS == 0) {
            progress.accept(String.format(Locale.ROOT, "%,d records", records));
        }
        if (DEAD_LETTERS.contains(record.topic())) {
            note(record);
        } else if (record.value() != null && (events.contains(record.topic()) || commands.contains(record.topic()))) {
            var body = bodyOf(record);
            if (body != null) {
                books.accept(new Told(
                        new Told.Place(record.topic(), record.partition(), record.offset()),
                        Instant.ofEpochMilli(record.timestamp()),
                        id(header(record, "ce_id")),
                        header(record, "ce_causationid"),
                        body));
            }
        }
    }

    /** Among the dead letters stand notes that one was put back, too: these come from no place. */
    private void note(ConsumerRecord<byte[], byte[]> deadLetter) {
        try {
            dead.add(new Told.Place(
                    header(deadLetter, "dlt-topic"),
                    Integer.parseInt(header(deadLetter, "dlt-partition")),
                    Long.parseLong(header(deadLetter, "dlt-offset"))));
        } catch (NumberFormatException noPlace) {
            log.debug("{}@{} names no place that it came from", deadLetter.topic(), deadLetter.offset(), noPlace);
        }
    }

    private @Nullable SpecificRecord bodyOf(ConsumerRecord<byte[], byte[]> record) {
        try {
            return format.decode(record.topic(), record.value());
        } catch (WireFormat.Unreadable e) {
            if (commands.contains(record.topic())) {
                return null;
            }
            throw new KafkaException(
                    record.topic() + "-" + record.partition() + "@" + record.offset() + " " + e.getMessage(), e);
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), UTF_8);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException other) {
            return NONE;
        }
    }

    private static Stream<TopicPartition> partitions(Topic topic) {
        return IntStream.range(0, topic.partitions()).mapToObj(number -> new TopicPartition(topic.name(), number));
    }

    private static Set<String> names(Set<Topic> topics) {
        return topics.stream().map(Topic::name).collect(Collectors.toSet());
    }
}
