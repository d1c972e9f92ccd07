package dev.seatkey.messaging.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seatkey.localstack.components.Components;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/** Sending within a transaction, on a real broker. */
class SendingIT {
    private static final Duration LONGEST_BLOCK = Duration.ofSeconds(15);

    private final List<String> asked = new ArrayList<>();
    private final DefaultKafkaProducerFactory<byte[], byte[]> producers = producers(asked);
    private final KafkaTemplate<byte[], byte[]> kafka = new KafkaTemplate<>(producers);

    @AfterEach
    void close() {
        producers.destroy();
    }

    @Test
    @Timeout(120)
    @DisplayName("A topic that is not there is waited for once, and not for each record of a batch")
    void stopsAtTheFirstRecordOfAMissingTopic() {
        List<ProducerRecord<byte[], byte[]>> batch = IntStream.range(0, 3)
                .mapToObj(n -> new ProducerRecord<byte[], byte[]>("nobody-made-this-topic", new byte[10]))
                .toList();

        assertThatThrownBy(() -> send(batch))
                .isInstanceOf(KafkaException.class)
                .hasCauseInstanceOf(TimeoutException.class);

        assertThat(asked).hasSize(1);
    }

    private void send(List<ProducerRecord<byte[], byte[]>> batch) {
        kafka.executeInTransaction(transaction -> {
            Sending.all(batch, transaction);
            return true;
        });
    }

    private static DefaultKafkaProducerFactory<byte[], byte[]> producers(List<String> asked) {
        Map<String, Object> config = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                Components.shared().broker().bootstrapServers(),
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                (int) LONGEST_BLOCK.toMillis(),
                ProducerConfig.INTERCEPTOR_CLASSES_CONFIG,
                Counting.class.getName(),
                Counting.TOPICS,
                asked);
        var producers = new DefaultKafkaProducerFactory<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        producers.setTransactionIdPrefix("sending-" + UUID.randomUUID());
        return producers;
    }

    /** Notes the topic of each record that a producer is given. */
    public static final class Counting implements ProducerInterceptor<byte[], byte[]> {
        private static final String TOPICS = "asked";
        private List<String> topics = List.of();

        @Override
        @SuppressWarnings("unchecked")
        public void configure(Map<String, ?> config) {
            topics = (List<String>) Objects.requireNonNull(config.get(TOPICS));
        }

        @Override
        public ProducerRecord<byte[], byte[]> onSend(ProducerRecord<byte[], byte[]> record) {
            topics.add(record.topic());
            return record;
        }

        @Override
        public void close() {}
    }
}
