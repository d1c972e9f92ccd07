package dev.seatkey.messaging.batch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Where a batch begins in each of its partitions, and where the next one does.
 *
 * @param first the offset of the first record
 * @param next the offset to be committed
 */
record Offsets(Map<TopicPartition, Long> first, Map<TopicPartition, OffsetAndMetadata> next) {

    /** The offsets of these records, which come partition by partition as a poll returns them. */
    static Offsets of(List<ConsumerRecord<byte[], byte[]>> records) {
        Map<TopicPartition, Long> first = new HashMap<>();
        Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>();
        int begin = 0;
        for (int i = 0; i < records.size(); i++) {
            ConsumerRecord<byte[], byte[]> record = records.get(i);
            if (i == records.size() - 1 || !isOfOnePartition(record, records.get(i + 1))) {
                TopicPartition partition = new TopicPartition(record.topic(), record.partition());
                first.putIfAbsent(partition, records.get(begin).offset());
                next.put(partition, new OffsetAndMetadata(record.offset() + 1));
                begin = i + 1;
            }
        }
        return new Offsets(first, next);
    }

    private static boolean isOfOnePartition(ConsumerRecord<?, ?> record, ConsumerRecord<?, ?> other) {
        return record.partition() == other.partition() && record.topic().equals(other.topic());
    }
}
