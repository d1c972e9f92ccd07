package dev.seatkey.localstack.deadletters;

import dev.seatkey.localstack.clock.StackClock;
import dev.seatkey.localstack.stack.RunningStack;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whose dead letters: those of the running stack, or of brokers that an option names. */
final class Brokers {
    @Option(
            names = "--bootstrap-servers",
            description = "The Kafka brokers, such as kafka:9092; those of the running stack if not given.")
    private @Nullable String bootstrapServers;

    /** {@code bootstrap.servers}. */
    String bootstrapServers() {
        return bootstrapServers != null ? bootstrapServers : RunningStack.find().broker();
    }

    /** What time it is there: the clock of the local stack may be ahead. */
    Clock clock() {
        return bootstrapServers != null
                ? Clock.systemUTC()
                : StackClock.readFrom(RunningStack.find().clockFile());
    }

    /** The registry beside them, unless another one was named. */
    String registry(@Nullable String named) {
        if (named != null) {
            return named;
        }
        if (bootstrapServers != null) {
            throw new IllegalArgumentException("With --bootstrap-servers, say also which --registry has the schemas");
        }
        return RunningStack.find().registry();
    }
}
