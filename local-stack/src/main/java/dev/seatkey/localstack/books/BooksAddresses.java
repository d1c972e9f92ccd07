package dev.seatkey.localstack.books;

import dev.seatkey.localstack.stack.RunningStack;
import dev.seatkey.localstack.stack.Stack;

/**
 * Where topics and stores are.
 *
 * @param bootstrapServers the Kafka brokers
 * @param registryUrl the schema registry
 * @param storeUri the MongoDB server, without a database
 * @param databasePrefix what the names of the services' databases begin with; may be empty
 */
public record BooksAddresses(String bootstrapServers, String registryUrl, String storeUri, String databasePrefix) {

    /** Those of a stack of this process. */
    public static BooksAddresses of(Stack stack) {
        var components = stack.components();
        return new BooksAddresses(
                components.broker().bootstrapServers(),
                components.registry().url(),
                components.store().uri(),
                components.store().databasePrefix());
    }

    /** Those of a stack that runs in another process. */
    public static BooksAddresses of(RunningStack stack) {
        return new BooksAddresses(stack.broker(), stack.registry(), stack.store(), stack.databasePrefix());
    }
}
