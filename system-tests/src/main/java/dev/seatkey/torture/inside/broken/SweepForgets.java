package dev.seatkey.torture.inside.broken;

import dev.seatkey.messaging.Subscription;
import dev.seatkey.messaging.due.DueItem;
import dev.seatkey.messaging.due.DueWork;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Never finds one key in four when it sweeps for due work, as a query does that leaves out what some other field says.
 * Breaks: no term is left out (K7).
 */
final class SweepForgets implements BeanPostProcessor {
    private static final int ONE_IN = 4;

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof Subscription subscription) || subscription.dueWork() == null) {
            return bean;
        }
        return new Subscription(
                subscription.service(),
                subscription.name(),
                subscription.topics(),
                subscription.handled(),
                subscription.handler(),
                forgetful(subscription.dueWork()));
    }

    private static DueWork forgetful(DueWork work) {
        return (now, slices, limit) -> work.dueAt(now, slices, limit).stream()
                .filter(item -> !isForgotten(item))
                .toList();
    }

    private static boolean isForgotten(DueItem item) {
        return item.work().equals("renew-key") && Math.floorMod(item.subjectId().hashCode(), ONE_IN) == 0;
    }
}
