package dev.seatkey.messaging.store;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import dev.seatkey.messaging.MissingSetting;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.bson.UuidRepresentation;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The service's own database. Login and TLS come from {@code spring.mongodb.uri}. */
@Configuration(proxyBeanMethods = false)
public class StoreConfiguration {
    /** How long one operation may take before it counts as failed. */
    public static final Duration LONGEST_OPERATION = Duration.ofSeconds(20);

    private static final int CONNECT_SECONDS = 5;

    @Bean
    MongoClientSettingsBuilderCustomizer storeSettings(Environment environment) {
        if (environment.getProperty("spring.mongodb.uri", "").isBlank()) {
            throw new MissingSetting("spring.mongodb.uri", "the MongoDB server, such as mongodb://mongo:27017/");
        }
        return settings -> settings.uuidRepresentation(UuidRepresentation.STANDARD)
                .writeConcern(WriteConcern.MAJORITY)
                // What a second run finds must not be rolled back any more: its events rest on it.
                .readConcern(ReadConcern.MAJORITY)
                // What somebody was refused for must be there when it is looked up, and may be missing on a secondary.
                .readPreference(ReadPreference.primary())
                .timeout(LONGEST_OPERATION.toSeconds(), TimeUnit.SECONDS)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(CONNECT_SECONDS, TimeUnit.SECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS));
    }

    @Bean
    MongoDatabase database(
            MongoClient client, @Value("${spring.mongodb.database:${spring.application.name}}") String name) {
        return client.getDatabase(name);
    }
}
