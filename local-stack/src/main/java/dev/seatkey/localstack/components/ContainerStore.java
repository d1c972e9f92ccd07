package dev.seatkey.localstack.components;

import org.testcontainers.mongodb.MongoDBContainer;

/** MongoDB in a container, as a replica set of one node. */
final class ContainerStore implements DocumentStore {
    private static final String IMAGE = "mongo:8.0.15";

    private final MongoDBContainer container;

    private ContainerStore(MongoDBContainer container) {
        this.container = container;
    }

    static ContainerStore start() {
        var container = new MongoDBContainer(IMAGE);
        container.start();
        return new ContainerStore(container);
    }

    @Override
    public String uri() {
        return container.getConnectionString();
    }

    @Override
    public String databasePrefix() {
        return "";
    }

    @Override
    public String description() {
        return IMAGE + " in a container";
    }

    @Override
    public void close() {
        container.stop();
    }
}
