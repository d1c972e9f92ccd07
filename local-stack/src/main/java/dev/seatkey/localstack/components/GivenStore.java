package dev.seatkey.localstack.components;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoClients;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/** A server that runs already. The databases of this run have a prefix of their own and are dropped at its end. */
final class GivenStore implements DocumentStore {
    private static final int ENOUGH_TO_BE_ALONE = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String uri;
    private final String databasePrefix;

    private GivenStore(String uri, String databasePrefix) {
        this.uri = uri;
        this.databasePrefix = databasePrefix;
    }

    static GivenStore at(String uri) {
        var run = UUID.randomUUID().toString().substring(0, ENOUGH_TO_BE_ALONE);
        try {
            return new GivenStore(new ConnectionString(uri).getConnectionString(), "run-" + run + "-");
        } catch (IllegalArgumentException noUri) {
            throw new IllegalArgumentException(
                    SETTING + " is neither embedded, nor containers, nor a server's URI: " + noUri.getMessage(), noUri);
        }
    }

    /** Says soon that nobody answers, where workers would try until they are given up. The URI may say how soon. */
    static GivenStore reachedAt(String uri) {
        var store = at(uri);
        var settings = MongoClientSettings.builder()
                .applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
                .applyConnectionString(new ConnectionString(uri))
                .build();
        try (var client = MongoClients.create(settings)) {
            client.getDatabase("admin").runCommand(new Document("ping", 1));
            return store;
        } catch (MongoTimeoutException nobody) {
            var hosts = String.join(", ", new ConnectionString(uri).getHosts());
            throw new IllegalStateException(
                    "No MongoDB answers at " + hosts + ", where " + SETTING + " says it is", nobody);
        }
    }

    @Override
    public String uri() {
        return uri;
    }

    @Override
    public String databasePrefix() {
        return databasePrefix;
    }

    @Override
    public String description() {
        return "server at the given URI, databases " + databasePrefix + "*";
    }

    @Override
    public void close() {
        try (var client = MongoClients.create(uri)) {
            client.listDatabaseNames().forEach(name -> {
                if (name.startsWith(databasePrefix)) {
                    client.getDatabase(name).drop();
                }
            });
        }
    }
}
