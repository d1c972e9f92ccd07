package dev.seatkey.localstack.outside;

import dev.seatkey.schemas.Topic;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import io.confluent.kafka.serializers.subject.TopicRecordNameStrategy;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;

/** A back office or LTI platform: publishes records, at the time that a given clock shows. */
public final class Sender implements AutoCloseable {
    private final KafkaProducer<String, Object> producer;
    private final Clock clock;

    public Sender(String bootstrapServers, String registryUrl, Clock clock) {
        this.producer = new KafkaProducer<>(Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "key.serializer",
                StringSerializer.class,
                "value.serializer",
                KafkaAvroSerializer.class,
                "schema.registry.url",
                registryUrl,
                "auto.register.schemas",
                "false",
                "avro.remove.java.properties",
                "true",
                "value.subject.name.strategy",
                TopicRecordNameStrategy.class.getName(),
                "linger.ms",
                "0"));
        this.clock = clock;
    }

    /** Publishes a record; the answer is done when the broker has it. */
    public Future<RecordMetadata> send(Topic topic, String key, SpecificRecord record) {
        return send(new ProducerRecord<>(topic.name(), null, clock.millis(), key, record));
    }

    /** Publishes a record to a given partition. */
    public Future<RecordMetadata> sendTo(int partition, Topic topic, String key, SpecificRecord record) {
        return send(new ProducerRecord<>(topic.name(), partition, clock.millis(), key, record));
    }

    /** Waits until the broker has all that was sent; fails where it refused a record. */
    public static void await(Iterable<? extends Future<RecordMetadata>> sent) {
        try {
            for (var each : sent) {
                each.get();
            }
        } catch (ExecutionException refused) {
            throw new IllegalStateException("The broker refused a record: " + refused.getMessage(), refused);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while sending", asked);
        }
    }

    @Override
    public void close() {
        producer.close();
    }

    private Future<RecordMetadata> send(ProducerRecord<String, Object> record) {
        var answer = new CompletableFuture<RecordMetadata>();
        var unused = producer.send(record, (metadata, failure) -> {
            if (failure == null) {
                answer.complete(metadata);
            } else {
                answer.completeExceptionally(failure);
            }
        });
        return answer;
    }
}
