package dev.seatkey.keys;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import dev.seatkey.keys.issuing.IssuingConfiguration;
import dev.seatkey.keys.issuing.KeyCodes;
import dev.seatkey.keys.issuing.Seats;
import dev.seatkey.keys.plans.FollowedSales;
import dev.seatkey.keys.plans.PlansConfiguration;
import dev.seatkey.keys.renewal.RenewalConfiguration;
import dev.seatkey.keys.samples.CodesByKeyId;
import dev.seatkey.localstack.components.Components;
import dev.seatkey.messaging.Subscription;
import dev.seatkey.messaging.store.StoreIndexes;
import java.util.List;
import java.util.UUID;
import org.bson.UuidRepresentation;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The key worker's handlers as they are wired, on a database of their own of the chosen store, without a broker. */
final class OnOneStore implements AutoCloseable {
    private final MongoClient client;

    OnOneStore(CommandListener... listeners) {
        MongoClientSettings.Builder settings = MongoClientSettings.builder()
                .applyConnectionString(
                        new ConnectionString(Components.shared().store().uri()))
                .uuidRepresentation(UuidRepresentation.STANDARD);
        List.of(listeners).forEach(settings::addCommandListener);
        client = MongoClients.create(settings.build());
    }

    /** An empty database with all indexes. */
    MongoDatabase emptyDatabase() {
        String name = Components.shared().store().databasePrefix() + UUID.randomUUID();
        MongoDatabase database = client.getDatabase(name);
        indexes().createIn(database);
        return database;
    }

    static StoreIndexes indexes() {
        return new KeyWorkerIndexes().indexes();
    }

    /** A subscription, wired anew, as a process that has just started has it. */
    static Subscription subscription(String name, MongoDatabase database) {
        List<Subscription> all = wired(database);
        return all.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }

    /** The seats, wired anew. */
    static Seats seats(MongoDatabase database) {
        try (AnnotationConfigApplicationContext context = contextOn(database)) {
            return context.getBean(Seats.class);
        }
    }

    private static List<Subscription> wired(MongoDatabase database) {
        try (AnnotationConfigApplicationContext context = contextOn(database)) {
            return List.copyOf(context.getBeansOfType(Subscription.class).values());
        }
    }

    private static AnnotationConfigApplicationContext contextOn(MongoDatabase database) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(MongoDatabase.class, () -> database);
        context.registerBean(FollowedSales.class, () -> () -> {});
        context.registerBean(KeyCodes.class, CodesByKeyId::new);
        context.register(PlansConfiguration.class, IssuingConfiguration.class, RenewalConfiguration.class);
        context.refresh();
        return context;
    }

    @Override
    public void close() {
        client.close();
    }
}
