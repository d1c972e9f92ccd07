package dev.seatkey.torture.inside.broken;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClients;
import dev.seatkey.localstack.components.Components;
import dev.seatkey.messaging.BatchHandler;
import dev.seatkey.messaging.Message;
import dev.seatkey.messaging.Subscription;
import dev.seatkey.schemas.Topics;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class EventsOnlyWhenChangedIT {
    @Test
    void tellsOfAMessageOnlyTheFirstTime() {
        var store = Components.shared().store();
        var mistake = new EventsOnlyWhenChanged();
        var settings = (MongoClientSettings) mistake.postProcessAfterInitialization(
                MongoClientSettings.builder()
                        .applyConnectionString(new ConnectionString(store.uri()))
                        .build(),
                "settings");
        try (var client = MongoClients.create(settings)) {
            var notes = client.getDatabase(store.databasePrefix() + "only-when-changed")
                    .getCollection("notes");

            // given a handler that writes once, whatever happens twice
            Runnable writeOnce = () -> {
                if (notes.countDocuments() == 0) {
                    notes.insertOne(new Document("_id", 1));
                }
            };
            var probe = new Probe(List.of(Sample.renewalOf(new UUID(7, 7))), () -> {}, writeOnce);
            var handler = handler((Subscription) mistake.postProcessAfterInitialization(launches(probe), "launches"));
            var message = List.of(new Message(Sample.saleOf(3), "sale", Sample.CAUSE));

            // when a message is handled, and handled again as after a crash
            var first = handler.decide(message, handler.read(message)).publications();
            var second = handler.decide(message, handler.read(message)).publications();

            // then nothing is told the second time
            assertThat(first).hasSize(1);
            assertThat(second).isEmpty();
        }
    }

    private static Subscription launches(Probe probe) {
        return new Subscription(Topics.KEY_WORKER, "launches", List.of(Topics.TEST_LAUNCHES), Set.of(), probe);
    }

    @SuppressWarnings("unchecked") // It stands around a Probe.
    private static BatchHandler<Message, Object, Object> handler(Subscription subscription) {
        return (BatchHandler<Message, Object, Object>) subscription.handler();
    }
}
