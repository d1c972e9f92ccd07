package dev.seatkey.localstack.stack;

import static java.util.Map.entry;

import dev.seatkey.localstack.clock.StackClock;
import dev.seatkey.localstack.components.Components;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where a worker finds what it stands on.
 *
 * @param broker {@code bootstrap.servers}
 * @param registry the schema registry
 * @param store the URI of the document store
 * @param databasePrefix what the names of its databases begin with
 * @param mailHost where mail is sent to
 * @param mailPort its port
 * @param clock the file that moves the clock
 */
public record Surroundings(
        String broker,
        String registry,
        String store,
        String databasePrefix,
        String mailHost,
        int mailPort,
        Path clock) {

    /** The components themselves, with nothing between them and the workers. */
    public static Surroundings of(Components components, StackClock clock) {
        return new Surroundings(
                components.broker().bootstrapServers(),
                components.registry().url(),
                components.store().uri(),
                components.store().databasePrefix(),
                components.mail().host(),
                components.mail().smtpPort(),
                clock.file());
    }

    /** The database of a worker. */
    public String databaseOf(String worker) {
        return databasePrefix + worker;
    }

    /** The Spring properties of one instance of a worker. */
    public Map<String, String> settingsOf(String worker, String instance) {
        return Map.ofEntries(
                entry("spring.kafka.bootstrap-servers", broker),
                entry("seatkey.schema-registry.url", registry),
                entry("spring.mongodb.uri", store),
                entry("spring.mongodb.database", databaseOf(worker)),
                entry("spring.mail.host", mailHost),
                entry("spring.mail.port", String.valueOf(mailPort)),
                entry("seatkey.clock.file", clock.toString()),
                entry("seatkey.instance", instance));
    }
}
