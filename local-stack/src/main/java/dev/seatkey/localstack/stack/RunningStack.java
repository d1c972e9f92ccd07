package dev.seatkey.localstack.stack;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seatkey.localstack.child.Built;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What other commands need to know of a stack that runs, kept in a file while it does.
 *
 * @param pid the process that holds it
 * @param broker {@code bootstrap.servers}
 * @param registry the schema registry
 * @param store the URI of the document store
 * @param databasePrefix what the names of its databases begin with
 * @param clock the file that moves the clock
 * @param workers the workers' HTTP interfaces, by name
 */
public record RunningStack(
        long pid,
        String broker,
        String registry,
        String store,
        String databasePrefix,
        String clock,
        Map<String, String> workers) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public RunningStack {
        workers = Map.copyOf(workers);
    }

    /** Tells of a stack of this process. */
    static RunningStack of(Stack stack) {
        var components = stack.components();
        return new RunningStack(
                ProcessHandle.current().pid(),
                components.broker().bootstrapServers(),
                components.registry().url(),
                components.store().uri(),
                components.store().databasePrefix(),
                stack.clock().file().toString(),
                stack.workers().stream().collect(Collectors.toMap(Worker::name, Worker::url)));
    }

    /** The stack that runs; fails where none does. */
    public static RunningStack find() {
        return look().orElseThrow(() ->
                new NoStackException("No stack is running here. Start one with ./seatkey up in another terminal."));
    }

    /** Publishes a stack of this process until the process ends. Does nothing while another one is published. */
    public static void publish(Stack stack) {
        if (look().isPresent()) {
            return;
        }
        try {
            var draft = file().resolveSibling("stack.json.draft");
            JSON.writerWithDefaultPrettyPrinter().writeValue(draft.toFile(), of(stack));
            Files.move(draft, file(), StandardCopyOption.REPLACE_EXISTING);
            file().toFile().deleteOnExit();
        } catch (IOException unable) {
            throw new UncheckedIOException(unable);
        }
    }

    /** The file that moves the clock. */
    public Path clockFile() {
        return Path.of(clock);
    }

    private static Optional<RunningStack> look() {
        if (!Files.exists(file())) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(file().toFile(), RunningStack.class))
                    .filter(RunningStack::isAlive);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private boolean isAlive() {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    private static Path file() {
        return Built.target().resolve("stack.json");
    }
}
