package dev.seatkey.torture.inside.broken;

import dev.seatkey.contract.KeyRenewed;
import dev.seatkey.messaging.Publication;
import dev.seatkey.messaging.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Begins the next term when the renewal is done, and not where the last one ended: now plus 180 days. Breaks: the terms of a
 * key leave no gap (K7).
 */
final class RenewsLate implements BeanPostProcessor {
    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof Subscription subscription ? Rewired.publishing(subscription, RenewsLate::late) : bean;
    }

    private static List<Publication> late(List<Publication> publications) {
        return publications.stream()
                .map(each -> each.body() instanceof KeyRenewed renewed
                        ? new Publication(
                                each.topic(),
                                each.key(),
                                each.id(),
                                from(each.cause().at(), renewed),
                                each.cause(),
                                each.at())
                        : each)
                .toList();
    }

    private static KeyRenewed from(Instant now, KeyRenewed renewed) {
        Duration length = Duration.between(renewed.getTermFrom(), renewed.getTermTo());
        return KeyRenewed.newBuilder(renewed)
                .setTermFrom(now)
                .setTermTo(now.plus(length))
                .build();
    }
}
