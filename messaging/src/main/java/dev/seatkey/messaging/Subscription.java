package dev.seatkey.messaging;

import dev.seatkey.contract.WorkDue;
import dev.seatkey.messaging.due.DueWork;
import dev.seatkey.schemas.Topic;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Which handler gets which records. The consumer group is {@code <service>.<name>}.
 *
 * @param service the service that subscribes
 * @param name names the subscription within the service
 * @param topics where the records come from
 * @param handled the record types that the handler wants; others that a topic carries are passed over
 * @param dueWork where work for this subscription's due topic is found; absent on other topics
 */
public record Subscription(
        String service,
        String name,
        List<Topic> topics,
        Set<Class<? extends SpecificRecord>> handled,
        BatchHandler<?, ?, ?> handler,
        @Nullable DueWork dueWork) {

    public Subscription {
        topics = List.copyOf(topics);
        handled = Set.copyOf(handled);
        for (Topic topic : topics) {
            if (!topic.readers().contains(service)) {
                throw new IllegalArgumentException(
                        service + " is not among the readers of " + topic.name() + " in the topic catalogue");
            }
        }
    }

    /** A subscription to topics that others write to. */
    public Subscription(
            String service,
            String name,
            List<Topic> topics,
            Set<Class<? extends SpecificRecord>> handled,
            BatchHandler<?, ?, ?> handler) {
        this(service, name, topics, handled, handler, null);
    }

    /** The subscription of a service to its own due topic, which a sweep over {@code dueWork} fills. */
    public static Subscription toDue(String service, Topic dueTopic, BatchHandler<?, ?, ?> handler, DueWork dueWork) {
        return new Subscription(service, "due", List.of(dueTopic), Set.of(WorkDue.class), handler, dueWork);
    }

    /** The consumer group. */
    public String group() {
        return service + "." + name;
    }

    /** The topic of this name. */
    public Topic topic(String name) {
        return topics.stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
