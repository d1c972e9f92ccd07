package dev.seatkey.messaging.batch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.BatchConsumerAwareMessageListener;

/**
 * Sends what a batch gives, and commits its offsets, in one Kafka transaction. The transaction begins when everything is
 * decided and stored, so that it is open for milliseconds, also where the store is slow.
 *
 * <p>Fencing of a consumer that lost its partitions meanwhile comes from the group's metadata (KIP-447): its commit fails.
 */
final class ExactlyOnceListener implements BatchConsumerAwareMessageListener<byte[], byte[]> {
    private final BatchProcessor<?, ?, ?> processor;
    private final KafkaOperations<byte[], byte[]> kafka;
    private final Checkpoint checkpoint;
    private final SubscriptionHealth health;

    ExactlyOnceListener(
            BatchProcessor<?, ?, ?> processor,
            KafkaOperations<byte[], byte[]> kafka,
            Checkpoint checkpoint,
            SubscriptionHealth health) {
        this.processor = processor;
        this.kafka = kafka;
        this.checkpoint = checkpoint;
        this.health = health;
    }

    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> records, @Nullable Consumer<?, ?> consumer) {
        List<ProducerRecord<byte[], byte[]>> toSend = processor.process(records);
        Map<TopicPartition, OffsetAndMetadata> next = nextOffsets(records);
        var group = java.util.Objects.requireNonNull(consumer).groupMetadata();
        kafka.executeInTransaction(transaction -> {
            Sending.all(toSend, transaction);
            transaction.sendOffsetsToTransaction(next, group);
            checkpoint.passed(Step.SENT);
            return true;
        });
        checkpoint.passed(Step.COMMITTED);
        health.wentOn();
    }

    private static Map<TopicPartition, OffsetAndMetadata> nextOffsets(List<ConsumerRecord<byte[], byte[]>> records) {
        Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>();
        for (int i = 0; i < records.size(); i++) {
            ConsumerRecord<byte[], byte[]> record = records.get(i);
            if (i == records.size() - 1 || !isOfOnePartition(record, records.get(i + 1))) {
                next.put(
                        new TopicPartition(record.topic(), record.partition()),
                        new OffsetAndMetadata(record.offset() + 1));
            }
        }
        return next;
    }

    private static boolean isOfOnePartition(ConsumerRecord<?, ?> record, ConsumerRecord<?, ?> other) {
        return record.partition() == other.partition() && record.topic().equals(other.topic());
    }
}
