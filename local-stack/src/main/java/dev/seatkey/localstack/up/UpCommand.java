package dev.seatkey.localstack.up;

import dev.seatkey.localstack.child.Built;
import dev.seatkey.localstack.console.Console;
import dev.seatkey.localstack.stack.RunningStack;
import dev.seatkey.localstack.stack.Stack;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Starts the stack, says where everything is, and waits. */
@Command(
        name = "up",
        description =
                "Starts broker, schema registry, document store, mail server and the four workers; Ctrl-C stops them.")
public final class UpCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final StackOptions options = new StackOptions();

    public UpCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        var chosen = options.chosen();
        var taken = chosen.taken();
        if (!taken.isEmpty()) {
            taken.forEach(console::error);
            return 1;
        }
        var from = System.nanoTime();
        var progress = new Progress(console);
        console.line("Starting the stack …");
        var stack = Stack.start(chosen, Built.target().resolve("stack"), progress, progress::stopped);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack), "stop-stack"));
        RunningStack.publish(stack);
        Addresses.of(stack, Duration.ofNanos(System.nanoTime() - from)).printOn(console);
        new Watch(stack, console).start();
        new CountDownLatch(1).await();
        return 0;
    }

    private void stop(Stack stack) {
        console.blank();
        console.line("Stopping the stack …");
        stack.close();
        console.line("Stopped.");
    }
}
