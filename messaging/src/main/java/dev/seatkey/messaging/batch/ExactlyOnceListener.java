package dev.seatkey.messaging.batch;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.BatchConsumerAwareMessageListener;

/**
 * Sends what a batch gives, and commits its offsets, in one Kafka transaction. The transaction begins when everything is
 * decided and stored, so that it is open for milliseconds, also where the store is slow.
 *
 * <p>A full batch has others behind it, so the next is handled while its transaction goes on. With some handlers the next is even
 * read while this one is still being written. A batch that is not full is committed at once, and so are all batches until one has
 * passed after a failure: else each attempt would do up to three in vain.
 *
 * <p>Fencing of a consumer that lost its partitions meanwhile comes from the group's metadata (KIP-447): its commit fails.
 */
final class ExactlyOnceListener implements BatchConsumerAwareMessageListener<byte[], byte[]> {
    private final BatchProcessor<?, ?, ?> processor;
    private final Transactions transactions;
    private final SubscriptionHealth health;
    private final int fullBatch;

    /** @param fullBatch how many records the largest batch has */
    ExactlyOnceListener(
            BatchProcessor<?, ?, ?> processor, Transactions transactions, SubscriptionHealth health, int fullBatch) {
        this.processor = processor;
        this.transactions = transactions;
        this.health = health;
        this.fullBatch = fullBatch;
    }

    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> records, @Nullable Consumer<?, ?> consumer) {
        transactions.settleWhatEnded();
        Offsets offsets = Offsets.of(records);
        var group = requireNonNull(consumer).groupMetadata();
        if (records.size() == fullBatch && health.waitingFor() == null) {
            Decided decided = processor.decide(records, transactions);
            transactions.makeRoom();
            transactions.begin(decided, offsets, group);
        } else {
            List<ProducerRecord<byte[], byte[]>> toSend = processor.process(records, transactions);
            transactions.settle();
            transactions.complete(toSend, offsets, group);
        }
    }
}
