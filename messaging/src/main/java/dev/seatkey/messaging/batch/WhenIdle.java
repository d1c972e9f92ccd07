package dev.seatkey.messaging.batch;

import dev.seatkey.messaging.due.Sweep;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.kafka.event.ListenerContainerIdleEvent;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * What a consumer does when it polls and gets nothing: it settles its last transactions, waits for nothing any more, and looks
 * for work that fell due. Runs on the consumer's thread.
 */
final class WhenIdle implements ApplicationEventPublisher {
    private static final Logger log = LoggerFactory.getLogger(WhenIdle.class);

    private final Transactions transactions;
    private final TryAgain tryAgain;
    private final @Nullable Sweep sweep;
    private final SubscriptionHealth health;

    WhenIdle(Transactions transactions, TryAgain tryAgain, @Nullable Sweep sweep, SubscriptionHealth health) {
        this.transactions = transactions;
        this.tryAgain = tryAgain;
        this.sweep = sweep;
        this.health = health;
    }

    @Override
    public void publishEvent(Object event) {
        if (event instanceof ListenerContainerIdleEvent idle && settled(idle)) {
            sweep(idle);
        }
    }

    private boolean settled(ListenerContainerIdleEvent idle) {
        try {
            transactions.settle();
            return true;
        } catch (RuntimeException e) {
            MessageListenerContainer container = idle.getContainer(MessageListenerContainer.class);
            tryAgain.goBack(e, ConsumerRecords.empty(), idle.getConsumer(), container);
            return false;
        }
    }

    private void sweep(ListenerContainerIdleEvent idle) {
        try {
            if (sweep == null || idle.getTopicPartitions() == null || sweep.run(idle.getTopicPartitions())) {
                health.wentOn();
            }
        } catch (RuntimeException e) {
            health.waitsFor("the sweep for due work: " + e);
            if (FailureKind.of(e) == FailureKind.BUG) {
                log.error("{}: the sweep failed; the next one finds the same work", health.group(), e);
            } else {
                log.warn("{}: the sweep failed ({}); the next one finds the same work", health.group(), e.toString());
            }
        }
    }
}
