package dev.seatkey.messaging.batch;

import dev.seatkey.messaging.BatchHandler;
import dev.seatkey.messaging.MessagingSettings;
import dev.seatkey.messaging.Subscription;
import dev.seatkey.messaging.due.Sweep;
import dev.seatkey.schemas.Topic;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.event.ListenerContainerIdleEvent;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;

/** Makes the listener containers of a subscription. */
final class ContainerFactory {
    private static final Duration LONGEST_POLL = Duration.ofSeconds(1);
    private static final Duration PATIENCE_AT_SHUTDOWN = Duration.ofSeconds(20);

    private final MessagingSettings settings;
    private final ConsumerFactory<byte[], byte[]> consumers;
    private final KafkaOperations<byte[], byte[]> kafka;
    private final AvroFormat format;
    private final Checkpoint checkpoint;
    private final Clock clock;

    ContainerFactory(
            MessagingSettings settings,
            ConsumerFactory<byte[], byte[]> consumers,
            KafkaOperations<byte[], byte[]> kafka,
            AvroFormat format,
            Checkpoint checkpoint,
            Clock clock) {
        this.settings = settings;
        this.consumers = consumers;
        this.kafka = kafka;
        this.format = format;
        this.checkpoint = checkpoint;
        this.clock = clock;
    }

    Stream<RunningSubscription> containersFor(Subscription subscription) {
        return IntStream.range(0, settings.concurrency()).mapToObj(number -> container(subscription, number));
    }

    private RunningSubscription container(Subscription subscription, int number) {
        SubscriptionHealth health = new SubscriptionHealth(subscription.group());
        ContainerProperties properties = new ContainerProperties(
                subscription.topics().stream().map(Topic::name).toArray(String[]::new));
        properties.setGroupId(subscription.group());
        properties.setClientId(subscription.group() + "-" + number);
        // No offset is committed by the container: they go with the events.
        properties.setAckMode(AckMode.MANUAL);
        properties.setMessageListener(
                new ExactlyOnceListener(processor(subscription, subscription.handler()), kafka, checkpoint, health));
        properties.setPollTimeout(LONGEST_POLL.toMillis());
        properties.setShutdownTimeout(PATIENCE_AT_SHUTDOWN.toMillis());
        var container = new KafkaMessageListenerContainer<>(consumers, properties);
        container.setBeanName(subscription.group() + "-" + number);
        container.setCommonErrorHandler(new TryAgain(health));
        if (subscription.dueWork() != null) {
            sweepWhenIdle(container, subscription);
        }
        return new RunningSubscription(container, health);
    }

    private void sweepWhenIdle(KafkaMessageListenerContainer<byte[], byte[]> container, Subscription subscription) {
        Duration quiet = settings.sweepInterval();
        // The container's own: it has made a copy of those that it was given.
        ContainerProperties properties = container.getContainerProperties();
        properties.setIdleEventInterval(quiet.toMillis());
        properties.setPollTimeout(Math.min(quiet.toMillis(), LONGEST_POLL.toMillis()));
        Sweep sweep = new Sweep(
                subscription.topics().get(0),
                java.util.Objects.requireNonNull(subscription.dueWork()),
                clock,
                format,
                kafka);
        container.setApplicationEventPublisher(event -> {
            if (event instanceof ListenerContainerIdleEvent idle && idle.getTopicPartitions() != null) {
                sweep.run(idle.getTopicPartitions());
            }
        });
    }

    private <M, S, C> BatchProcessor<M, S, C> processor(Subscription subscription, BatchHandler<M, S, C> handler) {
        return new BatchProcessor<>(subscription, handler, format, checkpoint);
    }
}
