package dev.seatkey.torture.inside.broken;

import dev.seatkey.messaging.BatchHandler;
import dev.seatkey.messaging.Decision;
import dev.seatkey.messaging.Message;
import dev.seatkey.messaging.Publication;
import dev.seatkey.messaging.Subscription;
import java.util.List;
import java.util.function.UnaryOperator;

/** Subscriptions with something else in the place of their handler. */
final class Rewired {
    private Rewired() {}

    /** The subscription with another handler. */
    static Subscription with(Subscription subscription, BatchHandler<?, ?, ?> handler) {
        return new Subscription(
                subscription.service(),
                subscription.name(),
                subscription.topics(),
                subscription.handled(),
                handler,
                subscription.dueWork());
    }

    /** The subscription with publications that were changed after the decision. */
    static Subscription publishing(Subscription subscription, UnaryOperator<List<Publication>> change) {
        return with(subscription, new Publishing<>(subscription.handler(), change));
    }

    private record Publishing<M, S, C>(BatchHandler<M, S, C> inner, UnaryOperator<List<Publication>> change)
            implements BatchHandler<M, S, C> {
        @Override
        public M translate(Message message) {
            return inner.translate(message);
        }

        @Override
        public S read(List<M> messages) {
            return inner.read(messages);
        }

        @Override
        public Decision<C> decide(List<M> messages, S stored) {
            Decision<C> decision = inner.decide(messages, stored);
            return new Decision<>(decision.changes(), change.apply(decision.publications()));
        }

        @Override
        public void write(C changes) {
            inner.write(changes);
        }
    }
}
