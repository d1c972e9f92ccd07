package dev.seatkey.torture.inside.broken;

import dev.seatkey.messaging.Publication;
import dev.seatkey.messaging.Subscription;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Sends the events of a batch in another order than that in which they happened, as work on several threads does. Breaks:
 * the events of one sale or key come in their order.
 */
final class SendsInReverse implements BeanPostProcessor {
    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof Subscription subscription
                ? Rewired.publishing(subscription, SendsInReverse::reversed)
                : bean;
    }

    private static List<Publication> reversed(List<Publication> publications) {
        List<Publication> reversed = new ArrayList<>(publications);
        Collections.reverse(reversed);
        return reversed;
    }
}
