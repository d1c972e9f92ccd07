package dev.seatkey.localstack.deadletters;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which dead letters; all of them if nothing is given. */
final class Filter {
    @Option(names = "--topic", description = "Only records of this topic, such as sale-commands.")
    private @Nullable String topic;

    @Option(names = "--service", description = "Only what this service put aside, such as sale-intake.")
    private @Nullable String service;

    @Option(names = "--kind", description = "Only those of a kind: ${COMPLETION-CANDIDATES}.")
    private DeadLetter.@Nullable Kind kind;

    /** Whether any was given. */
    boolean isGiven() {
        return topic != null || service != null || kind != null;
    }

    boolean lets(DeadLetter letter) {
        return (topic == null || letter.id().ofTopic(topic))
                && (service == null || letter.id().ofService(service))
                && (kind == null || kind == letter.kind());
    }
}
