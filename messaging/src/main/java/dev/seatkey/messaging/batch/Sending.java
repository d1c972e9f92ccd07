package dev.seatkey.messaging.batch;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaOperations;

/** Sends many records within a transaction, by its producer itself: what becomes of each, the commit tells. */
public final class Sending {
    private Sending() {}

    /**
     * Sends these records.
     *
     * @throws KafkaException as soon as one is refused at once: each record for a topic that is not there takes {@code
     *     max.block.ms} to be refused, and a batch has hundreds
     */
    public static void all(
            Iterable<ProducerRecord<byte[], byte[]>> records, KafkaOperations<byte[], byte[]> transaction) {
        transaction.execute(producer -> {
            for (ProducerRecord<byte[], byte[]> record : records) {
                requireNotRefused(producer.send(record));
            }
            return true;
        });
    }

    private static void requireNotRefused(Future<RecordMetadata> sent) {
        if (sent.isDone()) {
            try {
                sent.get();
            } catch (ExecutionException refused) {
                throw new KafkaException("a record cannot be sent", refused.getCause());
            } catch (InterruptedException asked) {
                Thread.currentThread().interrupt();
                throw new KafkaException("stopped while sending", asked);
            }
        }
    }
}
