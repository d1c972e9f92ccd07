package dev.seatkey.messaging.batch;

import dev.seatkey.messaging.BatchHandler;
import dev.seatkey.messaging.MessagingSettings;
import dev.seatkey.messaging.MissingSetting;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;

/** Consumers that read what is committed, and transactional producers. Login and TLS come from {@code spring.kafka}. */
@Configuration(proxyBeanMethods = false)
class KafkaConfiguration {
    // Each is explained in docs/decisions/0010-timeouts.md.
    private static final Duration SESSION_TIMEOUT = Duration.ofSeconds(6);
    private static final Duration HEARTBEAT_INTERVAL = Duration.ofSeconds(1);
    private static final Duration TRANSACTION_TIMEOUT = Duration.ofSeconds(10);
    // For its producer, for a topic's place, for the offsets, for the commit.
    private static final int ANSWERS_TO_A_TRANSACTION = 4;
    private static final Duration LONGEST_ANSWER = BatchHandler.LONGEST_TRANSACTION.dividedBy(ANSWERS_TO_A_TRANSACTION);
    private static final int PRODUCER_BATCH = 32 * 1024;
    private static final int FETCHED_OF_A_PARTITION = 512 * 1024;
    private static final int LARGEST_REQUEST = 3 * 1024 * 1024;

    @Bean
    ConsumerFactory<byte[], byte[]> consumerFactory(
            KafkaProperties kafka, MessagingSettings settings, Environment environment) {
        requireBrokers(environment);
        Map<String, Object> config = kafka.buildConsumerProperties();
        config.putIfAbsent(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.batchSize());
        config.putIfAbsent(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int) SESSION_TIMEOUT.toMillis());
        config.putIfAbsent(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, (int) HEARTBEAT_INTERVAL.toMillis());
        // More than a batch, if records are of ordinary size. What is fetched beyond it lies in the heap.
        config.putIfAbsent(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCHED_OF_A_PARTITION);
        config.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, (int) BatchHandler.LONGEST_BATCH.toMillis());
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
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, LONGEST_ANSWER.toMillis());
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_REQUEST);
        // Its buffers are used again; lz4 makes new ones, 128 KB for each partition of each batch.
        config.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "snappy");
        // The client waits this long for the markers of its last transaction; the default of 100 ms allows some 20
        // commits a second.
        config.putIfAbsent(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, 5);
        // What a batch publishes at once fills many of the default size, and each costs buffers of its own to compress.
        config.putIfAbsent(ProducerConfig.BATCH_SIZE_CONFIG, PRODUCER_BATCH);
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

    private static void requireBrokers(Environment environment) {
        if (environment.getProperty("spring.kafka.bootstrap-servers", "").isBlank()) {
            throw new MissingSetting("spring.kafka.bootstrap-servers", "the Kafka brokers, such as kafka:9092");
        }
    }
}
