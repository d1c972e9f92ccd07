package dev.seatkey.localstack.components;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClients;
import java.util.UUID;

/** A server that runs already. The databases of this run have a prefix of their own and are dropped at its end. */
final class GivenStore implements DocumentStore {
    private static final int ENOUGH_TO_BE_ALONE = 8;

    private final String uri;
    private final String databasePrefix;

    private GivenStore(String uri, String databasePrefix) {
        this.uri = uri;
        this.databasePrefix = databasePrefix;
    }

    static GivenStore at(String uri) {
        var run = UUID.randomUUID().toString().substring(0, ENOUGH_TO_BE_ALONE);
        return new GivenStore(new ConnectionString(uri).getConnectionString(), "run-" + run + "-");
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
