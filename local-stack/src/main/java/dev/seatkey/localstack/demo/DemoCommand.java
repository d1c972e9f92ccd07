package dev.seatkey.localstack.demo;

import dev.seatkey.localstack.child.Built;
import dev.seatkey.localstack.console.Console;
import dev.seatkey.localstack.outside.Observer;
import dev.seatkey.localstack.outside.Readers;
import dev.seatkey.localstack.outside.Sender;
import dev.seatkey.localstack.stack.Stack;
import dev.seatkey.localstack.stack.StackPorts;
import dev.seatkey.localstack.up.Progress;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Runs the main job on the sample input in a stack of its own, tells it, and checks what it told. */
@Command(
        name = "demo",
        description = "Runs the main job on the sample input, tells it as a story, and checks its own claims.")
public final class DemoCommand implements Callable<Integer> {
    private final Console console;

    public DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var from = System.nanoTime();
        console.line(console.style().strong("Seatkey: four hundred days of two schools and their practice tests"));
        console.blank();
        console.line("Starting the stack …");
        var progress = new Progress(console);
        try (var stack = Stack.start(StackPorts.free(), Built.target().resolve("demo"), progress, stopped -> {})) {
            var failed = play(stack);
            var took = Duration.ofNanos(System.nanoTime() - from).toSeconds();
            console.blank();
            console.line(
                    failed == 0
                            ? console.style().good("All claims hold. ") + took + " s in all."
                            : console.style()
                                            .bad(
                                                    failed == 1
                                                            ? "One claim does not hold. "
                                                            : failed + " claims do not hold. ")
                                    + took + " s in all.");
            return failed == 0 ? 0 : 1;
        }
    }

    private int play(Stack stack) {
        var broker = stack.components().broker().bootstrapServers();
        var registry = stack.components().registry().url();
        var today = LocalDate.ofInstant(stack.clock().instant(), ZoneOffset.UTC);
        var samples = Samples.read(Built.checkout().resolve("samples"), today);
        try (var sender = new Sender(broker, registry, stack.clock());
                var observer = new Observer(broker, registry);
                var readers = new Readers(broker)) {
            var stage = new Stage(console, stack, sender, observer, samples, today);
            var books = new Books(observer);
            var mails = new Mails(stage);
            var launches = new Launches(stage);
            new WhoIsWho(stage).tell();
            new SalesComeIn(stage, readers, launches).tell();
            new FourEyes(stage, mails).tell();
            new TheFirstDay(stage, books, launches).tell();
            new FourHundredDays(stage, books, launches).tell();
            new TheSalesScreen(stage).tell();
            return new TheBooksAreChecked(stage, books, mails, launches).tell();
        }
    }
}
