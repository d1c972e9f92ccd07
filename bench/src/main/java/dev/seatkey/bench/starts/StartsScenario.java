package dev.seatkey.bench.starts;

import dev.seatkey.bench.Effort;
import dev.seatkey.bench.Scenario;
import dev.seatkey.bench.arena.Arena;
import dev.seatkey.bench.figures.Figures;
import dev.seatkey.bench.figures.Sample;
import dev.seatkey.localstack.console.Console;
import dev.seatkey.localstack.stack.StackPorts;
import dev.seatkey.localstack.up.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** From the start of a process to its readiness: each worker, and an application that does nothing with the same libraries. */
public final class StartsScenario implements Scenario {
    private static final double NANOS = 1e9;

    @Override
    public String name() {
        return "starts";
    }

    @Override
    public String text() {
        return "from the start of a worker to its readiness";
    }

    @Override
    public void measure(Effort effort, Path directory, Figures figures, Console console) {
        try (var arena = Arena.open(directory, new Progress(console))) {
            console.blank();
            StackPorts.WORKERS.forEach(name -> {
                var empty = EmptyWorker.like(name, arena);
                var took = new LinkedHashMap<String, Sample>();
                took.put(name, new Sample());
                took.put("empty", new Sample());
                for (var round = 1 - effort.warmUps(); round <= effort.rounds(); round++) {
                    time(
                            name,
                            round,
                            () -> arena.launchWorker(name, arena.surroundings()),
                            w -> w.awaitReady(),
                            took,
                            console);
                    time("empty", round, empty::start, EmptyWorker.Started::awaitReady, took, console);
                }
                var worker = median(took.get(name));
                var nothing = median(took.get("empty"));
                figures.put("start." + name + ".s", worker);
                figures.put("start." + name + ".empty_s", nothing);
                figures.put("start." + name + ".vs_empty", worker / nothing);
            });
        }
    }

    private static double median(@Nullable Sample sample) {
        return Objects.requireNonNull(sample).median();
    }

    private static <P extends AutoCloseable> void time(
            String name,
            int round,
            Supplier<P> start,
            Consumer<P> awaitReady,
            Map<String, Sample> took,
            Console console) {
        var begin = System.nanoTime();
        var process = start.get();
        try {
            awaitReady.accept(process);
            var seconds = Duration.ofNanos(System.nanoTime() - begin).toNanos() / NANOS;
            console.line(String.format(
                    "  %-16s %-8s ready after %5.2f s", name, round > 0 ? "round " + round : "warm-up", seconds));
            if (round > 0) {
                Objects.requireNonNull(took.get(name)).add(seconds);
            }
        } finally {
            try {
                process.close();
            } catch (Exception broken) {
                throw new IllegalStateException(name + " does not stop", broken);
            }
        }
    }
}
