package dev.seatkey.messaging.batch;

import dev.seatkey.messaging.EarlierWrites;
import dev.seatkey.messaging.PassingFault;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
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
 * The transactions of one consumer, one after the other: each sends what a batch gives and commits its offsets. The last two
 * may go on while the consumer reads the next batch (docs/decisions/0011-overlap.md), and count for nothing until they are
 * settled: mostly one sends and commits, while the other's batch is written.
 *
 * <p>For the consumer's thread alone.
 */
final class Transactions implements ConsumerRebalanceListener, EarlierWrites {
    private static final int MOST = 2;

    private final KafkaOperations<byte[], byte[]> kafka;
    private final Executor threads;
    private final Checkpoint checkpoint;
    private final SubscriptionHealth health;

    /** The last two, the earlier one first, as far as they are not settled. */
    private final Deque<Transaction> unsettled = new ArrayDeque<>(MOST);

    /** @param threads where a transaction goes on by itself */
    Transactions(
            KafkaOperations<byte[], byte[]> kafka, Executor threads, Checkpoint checkpoint, SubscriptionHealth health) {
        this.kafka = kafka;
        this.threads = threads;
        this.checkpoint = checkpoint;
        this.health = health;
    }

    /**
     * Writes, then sends and commits when the transaction before has succeeded, all in the time to come.
     * There must be {@linkplain #makeRoom room}.
     */
    void begin(Decided decided, Offsets offsets, ConsumerGroupMetadata group) {
        begin(decided, offsets, group, threads);
    }

    /** Sends and commits at once. The transactions before must be settled; this one then is. */
    void complete(List<ProducerRecord<byte[], byte[]>> toSend, Offsets offsets, ConsumerGroupMetadata group) {
        begin(() -> toSend, offsets, group, Runnable::run);
        settle();
    }

    private void begin(Decided decided, Offsets offsets, ConsumerGroupMetadata group, Executor executor) {
        CompletableFuture<?> before =
                unsettled.isEmpty() ? CompletableFuture.completedFuture(null) : unsettled.getLast().end;
        CompletableFuture<List<ProducerRecord<byte[], byte[]>>> written =
                CompletableFuture.supplyAsync(decided::write, executor);
        // Ends when both have, also where one failed: nothing of a batch may be under way when it is handled again.
        CompletableFuture<Void> end =
                written.thenAcceptBothAsync(before, (toSend, nothing) -> commit(toSend, offsets, group), executor);
        // What was sent is not held until the batch is settled.
        unsettled.add(new Transaction(offsets.first(), written.thenRun(() -> {}), end));
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

    /** Settles what has come to its end. Throws as {@link #settle} does. */
    void settleWhatEnded() {
        while (!unsettled.isEmpty() && unsettled.getFirst().end.isDone()) {
            settleFirst();
        }
    }

    /** Waits until another transaction may begin. Throws as {@link #settle} does. */
    void makeRoom() {
        settleAllBut(MOST - 1);
    }

    /**
     * Waits for all transactions to end. Returns at once where all is settled.
     *
     * @throws CompletionException if one failed; it remains unsettled until it is given up
     * @throws Error as it was thrown in a transaction
     */
    void settle() {
        settleAllBut(0);
    }

    private void settleAllBut(int last) {
        while (unsettled.size() > last) {
            settleFirst();
        }
    }

    private void settleFirst() {
        CompletionException failure = failureOf(unsettled.getFirst().end);
        if (failure != null) {
            throw failure;
        }
        unsettled.removeFirst();
        health.wentOn();
    }

    /**
     * Waits for all transactions to end, and tells where the batches of those that failed began; nothing where all is well.
     *
     * @throws Error as it was thrown in a transaction
     */
    Map<TopicPartition, Long> failed() {
        Map<TopicPartition, Long> first = new HashMap<>();
        for (Transaction each : unsettled) {
            if (failureOf(each.end) != null) {
                each.first.forEach((partition, offset) -> first.merge(partition, offset, Math::min));
            }
        }
        return first;
    }

    /** Waits until all batches are written; their transactions may go on. */
    @Override
    public void await() {
        for (Transaction each : unsettled) {
            CompletionException failure = failureOf(each.written);
            if (failure != null) {
                throw new PassingFault("a batch before could not be stored", failure);
            }
        }
    }

    /** Forgets all transactions, whatever became of them: the consumer goes on behind what is committed. */
    void giveUp() {
        unsettled.clear();
    }

    /** Keeps the partitions until the last transaction has ended, so that whoever gets them begins behind it. */
    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        if (!unsettled.isEmpty()) {
            // It ends after those before it.
            unsettled.getLast().end.exceptionally(failure -> null).join();
        }
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        // Where to begin is the broker's to say.
    }

    /** Waits for a step to end; null if it succeeded. */
    private static @Nullable CompletionException failureOf(CompletableFuture<?> step) {
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

    private record Transaction(
            Map<TopicPartition, Long> first, CompletableFuture<?> written, CompletableFuture<Void> end) {}
}
