package dev.seatkey.bench.opponents.streams;

import static org.apache.kafka.streams.state.Stores.keyValueStoreBuilder;
import static org.apache.kafka.streams.state.Stores.persistentKeyValueStore;

import dev.seatkey.contract.KeyIssued;
import dev.seatkey.contract.LaunchGranted;
import dev.seatkey.contract.SaleApproved;
import dev.seatkey.contract.TestLaunched;
import dev.seatkey.schemas.TrustedContracts;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import io.confluent.kafka.serializers.subject.TopicRecordNameStrategy;
import java.util.Map;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;

/**
 * Seats and keys as a Kafka expert would build them without a database: Kafka Streams with {@code exactly_once_v2} and state
 * stores. Everything of an organization is brought to one partition, where its plan, seats, keys and answers are.
 */
public final class StreamsWorker {
    private static final int PARTITIONS = 6;

    /** As the workers have it. */
    private static final int PRODUCER_BATCH = 32 * 1024;

    private final String prefix;
    private final Serde<SpecificRecord> contracts;

    private StreamsWorker(String prefix, String registry) {
        this.prefix = prefix;
        this.contracts = contracts(registry);
    }

    /** @param arguments brokers, registry, prefix of the topics, folder for the state */
    public static void main(String[] arguments) {
        TrustedContracts.install();
        var brokers = arguments[0];
        var registry = arguments[1];
        var prefix = arguments[2];
        var settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, prefix + "app");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, brokers);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, arguments[3]);
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, 1);
        settings.put(StreamsConfig.consumerPrefix("max.poll.records"), 2000);
        settings.put(StreamsConfig.consumerPrefix("auto.offset.reset"), "earliest");
        settings.put(StreamsConfig.producerPrefix("compression.type"), "snappy");
        settings.put(StreamsConfig.producerPrefix("batch.size"), PRODUCER_BATCH);
        settings.put(StreamsConfig.producerPrefix("retry.backoff.ms"), 5);
        var streams = new KafkaStreams(new StreamsWorker(prefix, registry).topology(), settings);
        Runtime.getRuntime().addShutdownHook(new Thread(streams::close));
        streams.start();
    }

    private Topology topology() {
        var builder = new StreamsBuilder();
        builder.addStateStore(keyValueStoreBuilder(
                persistentKeyValueStore(AnswerLaunches.PLANS),
                Serdes.String(),
                StateSerde.of(SaleApproved.getEncoder(), SaleApproved.getDecoder())));
        // One number for each plan that changes with each seat: only what it comes to is written, once for each
        // transaction.
        builder.addStateStore(keyValueStoreBuilder(
                        persistentKeyValueStore(AnswerLaunches.SEATS_TAKEN), Serdes.String(), Serdes.Integer())
                .withCachingEnabled());
        builder.addStateStore(
                keyValueStoreBuilder(persistentKeyValueStore(AnswerLaunches.SEATS), Serdes.String(), Serdes.Integer()));
        builder.addStateStore(keyValueStoreBuilder(
                persistentKeyValueStore(AnswerLaunches.KEYS),
                Serdes.String(),
                StateSerde.of(KeyIssued.getEncoder(), KeyIssued.getDecoder())));
        builder.addStateStore(keyValueStoreBuilder(
                persistentKeyValueStore(AnswerLaunches.ANSWERS),
                Serdes.String(),
                StateSerde.of(LaunchGranted.getEncoder(), LaunchGranted.getDecoder())));
        var input = Consumed.with(Serdes.String(), contracts);
        builder.stream(prefix + "sale-events", input)
                .filter((key, event) -> event instanceof SaleApproved)
                .mapValues(event -> (SaleApproved) event)
                .selectKey((key, approved) -> approved.getSale().getCustomerId())
                .repartition(Repartitioned.with(
                                Serdes.String(), StateSerde.of(SaleApproved.getEncoder(), SaleApproved.getDecoder()))
                        .withNumberOfPartitions(PARTITIONS)
                        .withName("sales-by-organization"))
                .process(FollowSales::new, AnswerLaunches.PLANS);
        var answers = builder.stream(prefix + "test-launches", input)
                .mapValues(launch -> (TestLaunched) launch)
                .process(KeepReplyKey::new)
                .repartition(Repartitioned.with(
                                Serdes.String(), StateSerde.of(TestLaunched.getEncoder(), TestLaunched.getDecoder()))
                        .withNumberOfPartitions(PARTITIONS)
                        .withName("launches-by-organization"))
                .process(
                        AnswerLaunches::new,
                        AnswerLaunches.PLANS,
                        AnswerLaunches.SEATS_TAKEN,
                        AnswerLaunches.SEATS,
                        AnswerLaunches.KEYS,
                        AnswerLaunches.ANSWERS);
        answers.to(
                (key, event, context) -> prefix + AnswerLaunches.topicOf(event),
                Produced.with(Serdes.String(), contracts));
        return builder.build();
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // Confluent's serializers are for all objects.
    private static Serde<SpecificRecord> contracts(String registry) {
        var settings = Map.of(
                "schema.registry.url",
                registry,
                "specific.avro.reader",
                "true",
                "avro.remove.java.properties",
                "true",
                "value.subject.name.strategy",
                TopicRecordNameStrategy.class.getName());
        Serializer serializer = new KafkaAvroSerializer();
        Deserializer deserializer = new KafkaAvroDeserializer();
        serializer.configure(settings, false);
        deserializer.configure(settings, false);
        return Serdes.serdeFrom(serializer, deserializer);
    }
}
