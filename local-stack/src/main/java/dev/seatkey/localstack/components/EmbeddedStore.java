package dev.seatkey.localstack.components;

import de.bwaldvogel.mongo.MongoServer;
import dev.seatkey.localstack.child.Ports;

/** A stand-in for MongoDB in this process, reached over TCP: functional, in memory, with indexes for what the workers look for and for nothing else. */
final class EmbeddedStore implements DocumentStore {
    private final MongoServer server;
    private final int port;

    private EmbeddedStore(MongoServer server, int port) {
        this.server = server;
        this.port = port;
    }

    static EmbeddedStore start(int port) {
        var server = new MongoServer(new LookupBackend());
        server.bind(Ports.HOST, port);
        return new EmbeddedStore(server, port);
    }

    @Override
    public String uri() {
        return "mongodb://" + Ports.HOST + ":" + port;
    }

    @Override
    public String databasePrefix() {
        return "";
    }

    @Override
    public String description() {
        return "embedded stand-in, in memory";
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
