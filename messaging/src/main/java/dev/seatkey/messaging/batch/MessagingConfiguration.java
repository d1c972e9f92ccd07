package dev.seatkey.messaging.batch;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import dev.seatkey.messaging.CatchUp;
import dev.seatkey.messaging.MessagingSettings;
import dev.seatkey.messaging.MissingSetting;
import dev.seatkey.messaging.Subscription;
import dev.seatkey.messaging.store.StoreIndexes;
import dev.seatkey.messaging.time.MovableClock;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.UuidRepresentation;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;

/** The wiring that every worker imports: its subscriptions and due work are beans of their types. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MessagingSettings.class)
public class MessagingConfiguration {
    private static final Duration TRANSACTION_TIMEOUT = Duration.ofSeconds(15);
    private static final int LARGEST_REQUEST = 3 * 1024 * 1024;

    @Bean
    Clock clock(MessagingSettings settings) {
        var moved = settings.clock().file();
        return moved == null ? Clock.systemUTC() : new MovableClock(moved, Clock.systemUTC());
    }

    @Bean
    AvroFormat avroFormat(MessagingSettings settings) {
        String url = settings.schemaRegistry().url();
        if (url == null || url.isBlank()) {
            throw new MissingSetting(
                    "seatkey.schema-registry.url", "the schema registry, such as http://registry:8081");
        }
        Map<String, Object> all = new HashMap<>(settings.schemaRegistry().settings());
        all.put("schema.registry.url", url);
        return new AvroFormat(all);
    }

    @Bean
    ConsumerFactory<byte[], byte[]> consumerFactory(
            KafkaProperties kafka, MessagingSettings settings, Environment environment) {
        requireBrokers(environment);
        Map<String, Object> config = kafka.buildConsumerProperties();
        config.putIfAbsent(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.batchSize());
        // What a killed instance was assigned goes to another one after this long.
        config.putIfAbsent(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        config.putIfAbsent(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000);
        return new DefaultKafkaConsumerFactory<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @Bean
    ProducerFactory<byte[], byte[]> producerFactory(
            KafkaProperties kafka,
            MessagingSettings settings,
            Environment environment,
            @Value("${spring.application.name}") String service) {
        requireBrokers(environment);
        Map<String, Object> config = kafka.buildProducerProperties();
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, (int) TRANSACTION_TIMEOUT.toMillis());
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_REQUEST);
        config.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        // The client waits this long for the markers of its last transaction; the default of 100 ms allows some 20
        // commits a second.
        config.putIfAbsent(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, 5);
        config.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, 0);
        DefaultKafkaProducerFactory<byte[], byte[]> factory =
                new DefaultKafkaProducerFactory<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        String instance = settings.instance() == null ? UUID.randomUUID().toString() : settings.instance();
        factory.setTransactionIdPrefix(service + "." + instance + ".");
        return factory;
    }

    @Bean
    KafkaTemplate<byte[], byte[]> kafkaTemplate(ProducerFactory<byte[], byte[]> producerFactory) {
        return new KafkaTemplate<>(producerFactory);
    }

    @Bean
    MongoClientSettingsBuilderCustomizer storeSettings(Environment environment) {
        if (environment.getProperty("spring.mongodb.uri", "").isBlank()) {
            throw new MissingSetting("spring.mongodb.uri", "the MongoDB server, such as mongodb://mongo:27017/");
        }
        return settings -> settings.uuidRepresentation(UuidRepresentation.STANDARD)
                .writeConcern(WriteConcern.MAJORITY)
                .readConcern(ReadConcern.DEFAULT)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(5, TimeUnit.SECONDS))
                .applyToSocketSettings(
                        socket -> socket.connectTimeout(5, TimeUnit.SECONDS).readTimeout(20, TimeUnit.SECONDS));
    }

    @Bean
    MongoDatabase database(
            MongoClient client, @Value("${spring.mongodb.database:${spring.application.name}}") String name) {
        return client.getDatabase(name);
    }

    @Bean
    CatchUp catchUp(ConsumerFactory<byte[], byte[]> consumers) {
        return new CatchUp(consumers);
    }

    @Bean
    ContainerFactory containerFactory(
            MessagingSettings settings,
            ConsumerFactory<byte[], byte[]> consumers,
            KafkaTemplate<byte[], byte[]> kafka,
            AvroFormat format,
            ObjectProvider<Checkpoint> checkpoints,
            Clock clock) {
        return new ContainerFactory(
                settings, consumers, kafka, format, checkpoints.getIfAvailable(() -> Checkpoint.NONE), clock);
    }

    @Bean
    Subscriptions subscriptions(
            List<Subscription> subscriptions,
            ContainerFactory factory,
            ObjectProvider<StoreIndexes> indexes,
            MongoDatabase database) {
        return new Subscriptions(
                subscriptions.stream().flatMap(factory::containersFor).toList(),
                () -> indexes.forEach(each -> each.createIn(database)));
    }

    private static void requireBrokers(Environment environment) {
        if (environment.getProperty("spring.kafka.bootstrap-servers", "").isBlank()) {
            throw new MissingSetting("spring.kafka.bootstrap-servers", "the Kafka brokers, such as kafka:9092");
        }
    }
}
