package dev.seatkey.torture.inside.broken;

import dev.seatkey.messaging.Publication;
import dev.seatkey.messaging.Subscription;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Counts an event's place in its history on once too often, for one event in five, as a counter does that a failed attempt
 * leaves behind. Breaks: a history has no gap (W1).
 */
final class CountsOn implements BeanPostProcessor {
    private static final int ONE_IN = 5;

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof Subscription subscription ? Rewired.publishing(subscription, CountsOn::counted) : bean;
    }

    private static List<Publication> counted(List<Publication> publications) {
        publications.stream()
                .filter(each -> Math.floorMod(each.id().hashCode(), ONE_IN) == 0)
                .forEach(each -> countOn(each.body()));
        return publications;
    }

    private static void countOn(SpecificRecord body) {
        Schema.Field position = body.getSchema().getField("position");
        if (position != null && body.get(position.pos()) instanceof Integer place) {
            body.put(position.pos(), place + 1);
        }
    }
}
