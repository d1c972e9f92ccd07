package dev.seatkey.torture.inside.broken;

import com.mongodb.MongoClientSettings;
import dev.seatkey.contract.SaleRejected;
import dev.seatkey.messaging.BatchHandler;
import dev.seatkey.messaging.Decision;
import dev.seatkey.messaging.LostRace;
import dev.seatkey.messaging.Message;
import dev.seatkey.messaging.PassingFault;
import dev.seatkey.messaging.Publication;
import dev.seatkey.messaging.Subscription;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Takes message by message and tells of it only when the write changed something, so that nothing is told twice. Breaks:
 * every registration and launch is answered; after a crash between write and send the second run changes nothing.
 */
final class EventsOnlyWhenChanged implements BeanPostProcessor {
    private static final Set<String> SUBSCRIPTIONS = Set.of("registration", "launches");

    private final WriteCount writes = new WriteCount();

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof MongoClientSettings settings) {
            return MongoClientSettings.builder(settings)
                    .addCommandListener(writes)
                    .build();
        }
        return bean instanceof Subscription subscription && SUBSCRIPTIONS.contains(subscription.name())
                ? Rewired.with(subscription, new OneByOne<>(subscription.handler(), writes))
                : bean;
    }

    /** Writes while it decides; what is left to be written is nothing. */
    private record OneByOne<M, S, C>(BatchHandler<M, S, C> inner, WriteCount writes)
            implements BatchHandler<M, List<M>, List<C>> {
        private static final int MOST_RACES = 50;

        @Override
        public M translate(Message message) {
            return inner.translate(message);
        }

        @Override
        public List<M> read(List<M> messages) {
            return messages;
        }

        @Override
        public Decision<List<C>> decide(List<M> messages, List<M> stored) {
            return new Decision<>(
                    List.of(),
                    messages.stream().flatMap(each -> handle(each).stream()).toList());
        }

        private List<Publication> handle(M message) {
            for (int races = 0; races < MOST_RACES; races++) {
                try {
                    return handleOnce(List.of(message));
                } catch (LostRace e) {
                    // Looks again, as the batch would.
                }
            }
            throw new PassingFault("lost " + MOST_RACES + " races in a row");
        }

        private List<Publication> handleOnce(List<M> message) {
            writes.begin();
            Decision<C> decision = inner.decide(message, inner.read(message));
            inner.write(decision.changes());
            boolean changed = writes.hasChangedSomething();
            return decision.publications().stream()
                    .filter(each -> changed || isStoredNowhere(each))
                    .toList();
        }

        private static boolean isStoredNowhere(Publication publication) {
            return publication.body() instanceof SaleRejected;
        }

        @Override
        public void write(List<C> nothing) {}
    }
}
