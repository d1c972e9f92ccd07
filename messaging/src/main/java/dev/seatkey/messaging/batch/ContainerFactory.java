package dev.seatkey.messaging.batch;

import dev.seatkey.messaging.BatchHandler;
import dev.seatkey.messaging.MessagingSettings;
import dev.seatkey.messaging.Subscription;
import dev.seatkey.messaging.due.DueWork;
import dev.seatkey.messaging.due.Sweep;
import dev.seatkey.schemas.Topic;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;

/** Makes the listener containers of a subscription. */
final class ContainerFactory {
    private static final Duration LONGEST_POLL = Duration.ofSeconds(1);
    private static final Duration QUIET = Duration.ofSeconds(3);

    /** Until the next sweep, where the one before could not publish all. */
    private static final Duration BETWEEN_SWEEPS = Duration.ofMillis(50);

    private static final Duration PAUSE_AFTER_REFUSED_LOGIN = Duration.ofSeconds(5);

    /** Longer than one operation on the store may take. */
    private static final Duration PATIENCE_AT_SHUTDOWN = Duration.ofSeconds(25);

    private final MessagingSettings settings;
    private final ConsumerFactory<byte[], byte[]> consumers;
    private final KafkaOperations<byte[], byte[]> kafka;
    private final AvroFormat format;
    private final Executor transactionThreads;
    private final Checkpoint checkpoint;
    private final Clock clock;

    ContainerFactory(
            MessagingSettings settings,
            ConsumerFactory<byte[], byte[]> consumers,
            KafkaOperations<byte[], byte[]> kafka,
            AvroFormat format,
            Executor transactionThreads,
            Checkpoint checkpoint,
            Clock clock) {
        this.settings = settings;
        this.consumers = consumers;
        this.kafka = kafka;
        this.format = format;
        this.transactionThreads = transactionThreads;
        this.checkpoint = checkpoint;
        this.clock = clock;
    }

    Stream<RunningSubscription> containersFor(Subscription subscription) {
        return IntStream.range(0, settings.concurrency()).mapToObj(number -> container(subscription, number));
    }

    private RunningSubscription container(Subscription subscription, int number) {
        SubscriptionHealth health = new SubscriptionHealth(subscription.group());
        Transactions transactions = new Transactions(kafka, transactionThreads, checkpoint, health);
        TryAgain tryAgain = new TryAgain(transactions, health);
        ContainerProperties properties = new ContainerProperties(
                subscription.topics().stream().map(Topic::name).toArray(String[]::new));
        properties.setGroupId(subscription.group());
        properties.setClientId(subscription.group() + "-" + number);
        // No offset is committed by the container: they go with the events.
        properties.setAckMode(AckMode.MANUAL);
        properties.setMessageListener(new ExactlyOnceListener(
                processor(subscription, subscription.handler()), transactions, health, settings.batchSize()));
        properties.setConsumerRebalanceListener(transactions);
        Duration idle = subscription.dueWork() == null ? QUIET : BETWEEN_SWEEPS;
        properties.setIdleEventInterval(idle.toMillis());
        properties.setPollTimeout(Math.min(idle.toMillis(), LONGEST_POLL.toMillis()));
        // Else a refused login would end the consumer for good.
        properties.setAuthExceptionRetryInterval(PAUSE_AFTER_REFUSED_LOGIN);
        properties.setShutdownTimeout(PATIENCE_AT_SHUTDOWN.toMillis());
        var container = new KafkaMessageListenerContainer<>(consumers, properties);
        container.setBeanName(subscription.group() + "-" + number);
        container.setCommonErrorHandler(tryAgain);
        container.setApplicationEventPublisher(new WhenIdle(transactions, tryAgain, sweep(subscription), health));
        return new RunningSubscription(container, health);
    }

    private @Nullable Sweep sweep(Subscription subscription) {
        DueWork dueWork = subscription.dueWork();
        return dueWork == null
                ? null
                : new Sweep(subscription.topics().get(0), dueWork, clock, format, kafka, settings.sweepInterval());
    }

    private <M, S, C> BatchProcessor<M, S, C> processor(Subscription subscription, BatchHandler<M, S, C> handler) {
        return new BatchProcessor<>(subscription, handler, format, checkpoint);
    }
}
