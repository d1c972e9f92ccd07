package dev.seatkey.torture.inside.broken;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;

/**
 * Sends events with a producer of its own before the offsets are committed, since a transaction is said to be slow. Breaks:
 * an answer is there once; after a crash between send and commit it is sent again.
 */
final class AnswersWithoutTransaction implements BeanPostProcessor {
    @Override
    @SuppressWarnings("unchecked") // The workers' producers send bytes.
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof DefaultKafkaProducerFactory<?, ?> factory) {
            addTo((DefaultKafkaProducerFactory<byte[], byte[]>) factory);
        }
        return bean;
    }

    private static void addTo(DefaultKafkaProducerFactory<byte[], byte[]> factory) {
        factory.addPostProcessor(transactional -> {
            var plain = new KafkaProducer<>(
                    factory.getConfigurationProperties(), new ByteArraySerializer(), new ByteArraySerializer());
            return sendingWith(plain, transactional);
        });
    }

    private static Producer<byte[], byte[]> sendingWith(
            Producer<byte[], byte[]> plain, Producer<byte[], byte[]> transactional) {
        return ProducerCalls.answeredBy((proxy, method, arguments) -> {
            if (method.getName().equals("send")) {
                return ProducerCalls.call(plain, method, arguments);
            }
            if (method.getName().equals("sendOffsetsToTransaction")
                    || method.getName().equals("close")) {
                plain.flush();
            }
            return ProducerCalls.call(transactional, method, arguments);
        });
    }
}
