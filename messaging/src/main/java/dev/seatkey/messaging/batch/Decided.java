package dev.seatkey.messaging.batch;

import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * What is left to be done for a batch when it is decided, once. A failure, also of a kind that would have shown sooner in a small
 * batch, means that the same records are to be processed.
 */
@FunctionalInterface
public interface Decided {
    /** Writes what was decided, and gives what is then to be sent, all of it in one transaction with the batch's offsets. */
    List<ProducerRecord<byte[], byte[]>> write();
}
