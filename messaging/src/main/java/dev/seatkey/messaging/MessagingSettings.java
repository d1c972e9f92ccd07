package dev.seatkey.messaging;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings that all workers share, under {@code seatkey}.
 *
 * @param instance name of this instance, unique within its service. An instance that comes back under its name settles at
 *     once what it left open; without a name that takes until the transaction's timeout
 * @param schemaRegistry where the schemas are
 * @param batchSize most records handled at once
 * @param concurrency consumers for each subscription
 * @param sweepInterval how long the store is left alone after all that was due is published
 * @param clock where the time comes from
 */
@ConfigurationProperties("seatkey")
public record MessagingSettings(
        @Nullable String instance,
        @DefaultValue Registry schemaRegistry,
        @DefaultValue("500") int batchSize,
        @DefaultValue("1") int concurrency,
        @DefaultValue("1s") Duration sweepInterval,
        @DefaultValue MovedClock clock) {

    /**
     * The schema registry.
     *
     * @param url its addresses, separated by commas
     * @param settings further settings of Confluent's client: login, TLS
     */
    public record Registry(
            @Nullable String url, @DefaultValue Map<String, String> settings) {}

    /**
     * The clock.
     *
     * @param file holds a duration by which the clock is moved, for local runs only; see {@link
     *     dev.seatkey.messaging.time.MovableClock}
     */
    public record MovedClock(@Nullable Path file) {}
}
