package dev.seatkey.messaging.batch;

import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * What is left to be done for a batch when it is decided: two things that may go on side by side, each once. A failure of either, also of a
 * kind that would have shown sooner in a small batch, means that the same records are to be processed.
 *
 * @param encode gives what is to be sent, all of it in one transaction with the batch's offsets, when the batch is written
 * @param write writes what was decided
 */
public record Decided(Supplier<List<ProducerRecord<byte[], byte[]>>> encode, Runnable write) {
    /** Nothing is left to be done but to send this. */
    static Decided done(List<ProducerRecord<byte[], byte[]>> toSend) {
        return new Decided(() -> toSend, () -> {});
    }
}
