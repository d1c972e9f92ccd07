package dev.seatkey.torture.inside.broken;

import dev.seatkey.messaging.Publication;
import dev.seatkey.messaging.Subscription;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Gives each sending of an event a random id, which is what comes first to mind. Breaks: the same message sent again is
 * answered with the same event.
 */
final class FreshEventIds implements BeanPostProcessor {
    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof Subscription subscription
                ? Rewired.publishing(subscription, FreshEventIds::withFreshIds)
                : bean;
    }

    private static List<Publication> withFreshIds(List<Publication> publications) {
        return publications.stream()
                .map(each -> new Publication(
                        each.topic(), each.key(), UUID.randomUUID(), each.body(), each.cause(), each.at()))
                .toList();
    }
}
