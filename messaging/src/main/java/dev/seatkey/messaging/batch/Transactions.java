package dev.seatkey.messaging.batch;

import dev.seatkey.messaging.EarlierWrites;
import dev.seatkey.messaging.PassingFault;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaOperations;

/**
 * The transactions of one consumer, one after the other: each sends what a batch gives and commits its offsets. The last one
 * may go on while the consumer reads the next batch (docs/decisions/0011-overlap.md), and counts for nothing until it is
 * settled.
 *
 * <p>For the consumer's thread alone.
 */
final class Transactions implements ConsumerRebalanceListener, EarlierWrites {
    private final KafkaOperations<byte[], byte[]> kafka;
    private final Executor threads;
    private final Checkpoint checkpoint;
    private final SubscriptionHealth health;
    private @Nullable Transaction last;

    /** @param threads where a transaction goes on by itself */
    Transactions(
            KafkaOperations<byte[], byte[]> kafka, Executor threads, Checkpoint checkpoint, SubscriptionHealth health) {
        this.kafka = kafka;
        this.threads = threads;
        this.checkpoint = checkpoint;
        this.health = health;
    }

    /**
     * Encodes and writes side by side, then sends and commits, all in the time to come. The transaction before must be settled.
     */
    void begin(Decided decided, Offsets offsets, ConsumerGroupMetadata group) {
        begin(decided, offsets, group, threads);
    }

    /** Sends and commits at once. The transaction before must be settled; this one then is. */
    void complete(List<ProducerRecord<byte[], byte[]>> toSend, Offsets offsets, ConsumerGroupMetadata group) {
        begin(Decided.done(toSend), offsets, group, Runnable::run);
        settle();
    }

    private void begin(Decided decided, Offsets offsets, ConsumerGroupMetadata group, Executor executor) {
        CompletableFuture<Void> written = CompletableFuture.runAsync(decided.write(), executor);
        // Ends when both have, also where one failed: nothing of a batch may be under way when it is handled again.
        CompletableFuture<Void> end = CompletableFuture.supplyAsync(decided.encode(), executor)
                .thenAcceptBothAsync(written, (toSend, nothing) -> commit(toSend, offsets, group), executor);
        last = new Transaction(offsets.first(), written, end);
    }

    private void commit(List<ProducerRecord<byte[], byte[]>> toSend, Offsets offsets, ConsumerGroupMetadata group) {
        kafka.executeInTransaction(transaction -> {
            Sending.all(toSend, transaction);
            transaction.sendOffsetsToTransaction(offsets.next(), group);
            checkpoint.passed(Step.SENT);
            return true;
        });
        checkpoint.passed(Step.COMMITTED);
    }

    /** Settles the last transaction if it has come to its end. Throws as {@link #settle} does. */
    void settleWhatEnded() {
        if (last != null && last.end.isDone()) {
            settle();
        }
    }

    /**
     * Waits for the last transaction to end. Returns at once where all is settled.
     *
     * @throws CompletionException if it failed; it remains unsettled until it is given up
     * @throws Error as it was thrown in the transaction
     */
    void settle() {
        if (last == null) {
            return;
        }
        CompletionException failure = last.failure();
        if (failure != null) {
            throw failure;
        }
        last = null;
        health.wentOn();
    }

    /**
     * Waits for the last transaction to end, and tells where its batch began if it failed; nothing where all is well.
     *
     * @throws Error as it was thrown in the transaction
     */
    Map<TopicPartition, Long> failed() {
        return last == null || last.failure() == null ? Map.of() : last.first;
    }

    /** Waits until the last batch is written; its transaction may go on. */
    @Override
    public void await() {
        if (last == null) {
            return;
        }
        CompletionException failure = Transaction.failureOf(last.written);
        if (failure != null) {
            throw new PassingFault("the batch before could not be stored", failure);
        }
    }

    /** Forgets the last transaction, whatever became of it: the consumer goes on behind what is committed. */
    void giveUp() {
        last = null;
    }

    /** Keeps the partitions until the last transaction has ended, so that whoever gets them begins behind it. */
    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        if (last != null) {
            last.awaitEnd();
        }
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        // Where to begin is the broker's to say.
    }

    private record Transaction(
            Map<TopicPartition, Long> first, CompletableFuture<?> written, CompletableFuture<Void> end) {
        void awaitEnd() {
            end.exceptionally(failure -> null).join();
        }

        /** Waits for its end; null if it succeeded. */
        @Nullable
        CompletionException failure() {
            return failureOf(end);
        }

        static @Nullable CompletionException failureOf(CompletableFuture<?> step) {
            try {
                step.join();
                return null;
            } catch (CompletionException e) {
                if (e.getCause() instanceof Error error) {
                    throw error;
                }
                return e;
            }
        }
    }
}
