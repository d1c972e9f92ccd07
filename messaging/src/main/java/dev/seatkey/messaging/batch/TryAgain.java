package dev.seatkey.messaging.batch;

import static org.springframework.core.NestedExceptionUtils.getMostSpecificCause;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ListenerUtils;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Gives a batch that met a passing fault again, with growing pauses, for as long as it takes. Nothing is skipped. The
 * pauses stay far below {@code max.poll.interval.ms}, so the consumer keeps its partitions.
 *
 * <p>Where to go on is asked of the broker and not remembered: when the answer to a commit was lost, only the broker knows
 * whether the batch is done, and it answers once the transaction's outcome is settled.
 */
final class TryAgain implements CommonErrorHandler {
    private static final Logger log = LoggerFactory.getLogger(TryAgain.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration PATIENCE_FOR_OFFSETS = Duration.ofSeconds(5);

    private final Transactions transactions;
    private final SubscriptionHealth health;
    private BackOffExecution pauses = growing();

    TryAgain(Transactions transactions, SubscriptionHealth health) {
        this.transactions = transactions;
        this.health = health;
    }

    @Override
    public boolean seeksAfterHandling() {
        return true;
    }

    @Override
    public boolean isAckAfterHandle() {
        return false;
    }

    @Override
    public void handleBatch(
            Exception failure,
            ConsumerRecords<?, ?> batch,
            Consumer<?, ?> consumer,
            MessageListenerContainer container,
            Runnable invokeListener) {
        goBack(failure, batch, consumer, container);
    }

    /**
     * Pauses, then goes back to what the broker knows as committed of this batch, and of those before whose transactions failed.
     */
    void goBack(
            Exception failure,
            ConsumerRecords<?, ?> batch,
            Consumer<?, ?> consumer,
            MessageListenerContainer container) {
        Map<TopicPartition, Long> unsettled = new HashMap<>(transactions.failed());
        for (TopicPartition partition : batch.partitions()) {
            unsettled.merge(partition, batch.records(partition).get(0).offset(), Math::min);
        }
        pause(failure, container, "what is not committed of " + unsettled.keySet());
        while (container.isRunning() && !wentBack(unsettled, consumer, container)) {
            log.debug("{}: where to go on is not known yet", health.group());
        }
        transactions.giveUp();
    }

    private boolean wentBack(
            Map<TopicPartition, Long> unsettled, Consumer<?, ?> consumer, MessageListenerContainer container) {
        unsettled.keySet().retainAll(consumer.assignment());
        try {
            Map<TopicPartition, OffsetAndMetadata> committed =
                    consumer.committed(unsettled.keySet(), PATIENCE_FOR_OFFSETS);
            unsettled.forEach((partition, first) -> {
                OffsetAndMetadata next = committed.get(partition);
                consumer.seek(partition, next == null ? first : Math.max(first, next.offset()));
            });
            return true;
        } catch (KafkaException e) {
            pause(e, container, "to learn where to go on");
            return false;
        }
    }

    @Override
    public void handleOtherException(
            Exception failure, Consumer<?, ?> consumer, MessageListenerContainer container, boolean batchListener) {
        pause(failure, container, "the next poll");
    }

    private void pause(Exception failure, MessageListenerContainer container, String what) {
        if (health.waitingFor() == null) {
            pauses = growing();
        }
        Throwable root = getMostSpecificCause(failure);
        String reason = root.getClass().getSimpleName() + ": " + root.getMessage();
        health.waitsFor(reason);
        long pause = pauses.nextBackOff();
        log.warn("{}: {}. Trying {} again in {} ms", health.group(), reason, what, pause);
        log.debug("{}", health.group(), failure);
        try {
            ListenerUtils.stoppableSleep(container, pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static BackOffExecution growing() {
        ExponentialBackOff backOff = new ExponentialBackOff(FIRST_PAUSE.toMillis(), 2);
        backOff.setMaxInterval(LONGEST_PAUSE.toMillis());
        return backOff.start();
    }
}
