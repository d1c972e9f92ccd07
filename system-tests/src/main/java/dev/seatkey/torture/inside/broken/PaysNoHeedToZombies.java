package dev.seatkey.torture.inside.broken;

import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;

/**
 * Commits offsets under the group's name only, without saying as which member, so that the broker cannot tell one that lost
 * its partitions. Breaks: an answer is there once; one that was held up sends again what another has done meanwhile.
 */
final class PaysNoHeedToZombies implements BeanPostProcessor {
    @Override
    @SuppressWarnings("unchecked") // The workers' producers send bytes.
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof DefaultKafkaProducerFactory<?, ?> factory) {
            ((DefaultKafkaProducerFactory<byte[], byte[]>) factory).addPostProcessor(PaysNoHeedToZombies::anonymous);
        }
        return bean;
    }

    private static Producer<byte[], byte[]> anonymous(Producer<byte[], byte[]> producer) {
        return ProducerCalls.answeredBy((proxy, method, arguments) -> {
            if (method.getName().equals("sendOffsetsToTransaction")
                    && arguments[1] instanceof ConsumerGroupMetadata member) {
                arguments[1] = new ConsumerGroupMetadata(member.groupId());
            }
            return ProducerCalls.call(producer, method, arguments);
        });
    }
}
