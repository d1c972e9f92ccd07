package dev.seatkey.torture.inside.broken;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;

/**
 * Drops what is not in the wire format before the listener sees it, as a filter does that is there to keep the log quiet.
 * Breaks: every record is answered or goes to the dead letters.
 */
final class SwallowsBroken implements BeanPostProcessor {
    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof DefaultKafkaConsumerFactory<?, ?> factory) {
            factory.updateConfigs(Map.of(ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG, List.of(Filter.class)));
        }
        return bean;
    }

    /** Lets pass what begins as the wire format does. Public only for the consumer, which makes it. */
    public static final class Filter implements ConsumerInterceptor<byte[], byte[]> {
        private static final int PREFIX = 1 + Integer.BYTES;

        @Override
        public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
            Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> left = new HashMap<>();
            for (TopicPartition partition : records.partitions()) {
                List<ConsumerRecord<byte[], byte[]>> fine = records.records(partition).stream()
                        .filter(Filter::isWireFormat)
                        .toList();
                if (!fine.isEmpty()) {
                    left.put(partition, fine);
                }
            }
            return new ConsumerRecords<>(left, records.nextOffsets());
        }

        private static boolean isWireFormat(ConsumerRecord<byte[], byte[]> record) {
            return record.value() != null && record.value().length >= PREFIX && record.value()[0] == 0;
        }

        @Override
        public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

        @Override
        public void close() {}

        @Override
        public void configure(Map<String, ?> configs) {}
    }
}
