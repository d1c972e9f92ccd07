package dev.seatkey.localstack.up;

import dev.seatkey.localstack.console.Console;
import dev.seatkey.localstack.stack.Stack;
import dev.seatkey.localstack.stack.Worker;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Says so when a worker stops by itself. */
final class Watch {
    private final Stack stack;
    private final Console console;
    private final Set<Long> reported = new HashSet<>();

    Watch(Stack stack, Console console) {
        this.stack = stack;
        this.console = console;
    }

    void start() {
        var timer = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "watch-workers");
            thread.setDaemon(true);
            return thread;
        });
        Runtime.getRuntime().addShutdownHook(new Thread(timer::shutdownNow, "stop-watching"));
        timer.scheduleWithFixedDelay(() -> stack.workers().forEach(this::look), 1, 1, TimeUnit.SECONDS);
    }

    private void look(Worker worker) {
        if (!worker.isAlive() && reported.add(worker.pid())) {
            console.error(worker.name() + " has stopped by itself; its log is " + worker.log());
        }
    }
}
