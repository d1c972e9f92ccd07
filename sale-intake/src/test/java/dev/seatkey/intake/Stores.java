package dev.seatkey.intake;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.seatkey.localstack.components.Components;
import java.util.UUID;
import org.bson.UuidRepresentation;

/** Empty databases on the store that the tests run on. */
public final class Stores {
    private static final MongoClient CLIENT = MongoClients.create(MongoClientSettings.builder()
            .applyConnectionString(
                    new ConnectionString(Components.shared().store().uri()))
            .uuidRepresentation(UuidRepresentation.STANDARD)
            .build());

    private Stores() {}

    /** A database that nobody used. */
    public static MongoDatabase empty() {
        return CLIENT.getDatabase(Components.shared().store().databasePrefix() + UUID.randomUUID());
    }
}
