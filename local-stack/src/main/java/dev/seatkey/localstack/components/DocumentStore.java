package dev.seatkey.localstack.components;

/**
 * The store of the workers' documents. Which one it is says the environment variable {@code SEATKEY_STORE}: {@code embedded} (the
 * default; a stand-in for MongoDB in this process), {@code containers} (MongoDB in a container) or the URI of a server.
 */
public interface DocumentStore extends AutoCloseable {
    /** The environment variable that chooses the store. */
    String SETTING = "SEATKEY_STORE";

    /** The URI of the server, without a database. */
    String uri();

    /** What every database name of this run begins with, so that runs on one server don't meet; may be empty. */
    String databasePrefix();

    /** What it is, for people. */
    String description();

    /** Drops what this run made, and stops what it started. */
    @Override
    void close();

    /**
     * Starts or connects to the chosen store.
     *
     * @param port where the embedded store listens; others bring their own
     * @throws IllegalArgumentException if the choice is none of these
     * @throws IllegalStateException if no server answers at the URI
     */
    static DocumentStore start(int port) {
        var choice = System.getenv().getOrDefault(SETTING, "embedded");
        return switch (choice) {
            case "embedded" -> EmbeddedStore.start(port);
            case "containers" -> ContainerStore.start();
            default -> GivenStore.reachedAt(choice);
        };
    }
}
