package dev.seatkey.bench.starts;

import dev.seatkey.bench.Effort;
import dev.seatkey.bench.Scenario;
import dev.seatkey.bench.figures.Figures;
import dev.seatkey.bench.figures.Sample;
import dev.seatkey.localstack.components.StartListener;
import dev.seatkey.localstack.console.Console;
import dev.seatkey.localstack.stack.Stack;
import dev.seatkey.localstack.stack.StackPorts;
import java.nio.file.Path;

/** From nothing to a local stack that is ready: broker, registry, store, mail server, topics, schemas and all workers. */
public final class StackScenario implements Scenario {
    private static final double NANOS = 1e9;

    @Override
    public String name() {
        return "stack";
    }

    @Override
    public String text() {
        return "from nothing to a local stack that is ready";
    }

    @Override
    public void measure(Effort effort, Path directory, Figures figures, Console console) {
        var took = new Sample();
        for (var round = 1; round <= effort.rounds(); round++) {
            var begin = System.nanoTime();
            try (var stack = Stack.start(StackPorts.free(), directory, StartListener.SILENT, name -> {})) {
                var seconds = (System.nanoTime() - begin) / NANOS;
                console.line(String.format(
                        "  round %d  %d workers and all that they need after %5.2f s",
                        round, stack.workers().size(), seconds));
                took.add(seconds);
            }
        }
        figures.put("stack.up.s", took.median());
    }
}
