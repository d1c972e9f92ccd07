package dev.seatkey.torture.inside.broken;

import com.mongodb.MongoException;
import dev.seatkey.messaging.BatchHandler;
import dev.seatkey.messaging.Decision;
import dev.seatkey.messaging.Message;
import dev.seatkey.messaging.Subscription;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.core.Ordered;

/**
 * Has little patience with the store, and throws something of its own where the store is away, without the cause. Breaks:
 * nothing is skipped while something is away, and no good record goes to the dead letters.
 */
final class OutagesAreBugs implements BeanPostProcessor {
    private static final long PATIENCE_MS = 300;

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        // The product's own comes last. Spring Boot's has its place in the order, which it would lose in another's
        // clothes.
        if (bean instanceof MongoClientSettingsBuilderCustomizer settings && !(bean instanceof Ordered)) {
            return impatient(settings);
        }
        return bean instanceof Subscription subscription
                ? Rewired.with(subscription, new Mistaken<>(subscription.handler()))
                : bean;
    }

    private static MongoClientSettingsBuilderCustomizer impatient(MongoClientSettingsBuilderCustomizer others) {
        return settings -> {
            others.customize(settings);
            settings.applyToClusterSettings(
                    cluster -> cluster.serverSelectionTimeout(PATIENCE_MS, TimeUnit.MILLISECONDS));
        };
    }

    private static <T> T mistaking(Supplier<T> work) {
        try {
            return work.get();
        } catch (MongoException e) {
            throw new IllegalStateException("Cannot handle the record: " + e.getMessage());
        }
    }

    private record Mistaken<M, S, C>(BatchHandler<M, S, C> inner) implements BatchHandler<M, S, C> {
        @Override
        public M translate(Message message) {
            return inner.translate(message);
        }

        @Override
        public S read(List<M> messages) {
            return mistaking(() -> inner.read(messages));
        }

        @Override
        public Decision<C> decide(List<M> messages, S stored) {
            return inner.decide(messages, stored);
        }

        @Override
        public void write(C changes) {
            mistaking(() -> {
                inner.write(changes);
                return changes;
            });
        }
    }
}
