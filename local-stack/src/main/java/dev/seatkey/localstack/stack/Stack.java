package dev.seatkey.localstack.stack;

import dev.seatkey.localstack.child.Ports;
import dev.seatkey.localstack.clock.StackClock;
import dev.seatkey.localstack.components.Components;
import dev.seatkey.localstack.components.StartListener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The components and the four workers, with one clock for all. */
public final class Stack implements AutoCloseable {
    private final Components components;
    private final StackClock clock;
    private final Surroundings surroundings;
    private final Map<String, Worker> workers;
    private final Consumer<String> onStop;

    private Stack(
            Components components,
            StackClock clock,
            Surroundings surroundings,
            Map<String, Worker> workers,
            Consumer<String> onStop) {
        this.components = components;
        this.clock = clock;
        this.surroundings = surroundings;
        this.workers = workers;
        this.onStop = onStop;
    }

    /**
     * Starts everything and waits until it is ready; stops it again where a part fails.
     *
     * @param ports where it listens
     * @param directory for data, which is deleted first, logs and the clock
     * @param onStart hears what is ready
     * @param onStop hears what has stopped
     */
    public static Stack start(StackPorts ports, Path directory, StartListener onStart, Consumer<String> onStop) {
        return start(ports, directory, UnaryOperator.identity(), onStart, onStop);
    }

    /**
     * Starts everything, with something between the workers and the components.
     *
     * @param ports where it listens
     * @param directory for data, which is deleted first, logs and the clock
     * @param between is given where the components are and says where the workers find them
     * @param onStart hears what is ready
     * @param onStop hears what has stopped
     */
    public static Stack start(
            StackPorts ports,
            Path directory,
            UnaryOperator<Surroundings> between,
            StartListener onStart,
            Consumer<String> onStop) {
        var components = Components.start(ports.components(), directory, onStart);
        var clock = StackClock.startedIn(directory.resolve("clock"));
        var surroundings = between.apply(Surroundings.of(components, clock));
        var stack = new Stack(components, clock, surroundings, launch(ports, directory, surroundings), onStop);
        try {
            stack.awaitReady(onStart);
            return stack;
        } catch (CompletionException failed) {
            stack.close();
            throw failed.getCause() instanceof RuntimeException reason ? reason : failed;
        }
    }

    public Components components() {
        return components;
    }

    public StackClock clock() {
        return clock;
    }

    /** The workers, in the order in which a sale passes them. */
    public List<Worker> workers() {
        return List.copyOf(workers.values());
    }

    /** One of the workers. */
    public Worker worker(String name) {
        var worker = workers.get(name);
        if (worker == null) {
            throw new IllegalArgumentException("There is no worker " + name + ", only " + workers.keySet());
        }
        return worker;
    }

    /** The database of a worker. */
    public String databaseOf(String worker) {
        return surroundings.databaseOf(worker(worker).name());
    }

    /** Starts one more instance of a worker beside the first, and waits until it is ready. The caller stops it. */
    public Worker startAnother(String name) {
        var first = worker(name);
        var instance = "local-" + UUID.randomUUID();
        var log = first.log().resolveSibling(name + "-" + instance + ".log");
        var another =
                Worker.launch(name, Ports.free(), log, surroundings.settingsOf(name, instance), Worker.Extras.NONE);
        another.awaitReady();
        return another;
    }

    /** Stops the workers, side by side, then what they stand on. */
    @Override
    public void close() {
        CompletableFuture.allOf(workers.values().stream()
                        .map(worker -> aside(() -> {
                            worker.close();
                            onStop.accept(worker.name());
                        }))
                        .toArray(CompletableFuture[]::new))
                .join();
        components.close();
        onStop.accept("broker, registry, store and mail server");
    }

    private void awaitReady(StartListener listener) {
        var from = System.nanoTime();
        CompletableFuture.allOf(workers.values().stream()
                        .map(worker -> aside(() -> {
                            worker.awaitReady();
                            listener.ready(worker.name(), Duration.ofNanos(System.nanoTime() - from));
                        }))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    private static Map<String, Worker> launch(StackPorts ports, Path directory, Surroundings surroundings) {
        var workers = new LinkedHashMap<String, Worker>();
        StackPorts.WORKERS.stream().filter(ports.workers()::containsKey).forEach(name -> {
            var port = ports.workers().getOrDefault(name, 0);
            var log = directory.resolve(name + ".log");
            workers.put(
                    name, Worker.launch(name, port, log, surroundings.settingsOf(name, "local"), Worker.Extras.NONE));
        });
        return workers;
    }

    private static CompletableFuture<Void> aside(Runnable work) {
        return CompletableFuture.runAsync(work, task -> new Thread(task, "stack").start());
    }
}
