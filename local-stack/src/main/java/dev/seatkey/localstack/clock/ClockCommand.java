package dev.seatkey.localstack.clock;

import dev.seatkey.localstack.console.Console;
import dev.seatkey.localstack.stack.RunningStack;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows the time in the running stack, or moves it ahead. */
@Command(name = "clock", description = "Shows the time in the running stack, or moves it ahead.")
public final class ClockCommand implements Callable<Integer> {
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern(
                    "EEEE, d MMMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Console console;

    @Parameters(arity = "0..1", paramLabel = "AHEAD", description = "How far to move it, such as +180d, +12h, +1d12h.")
    private @Nullable String ahead;

    public ClockCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var clock = StackClock.readFrom(RunningStack.find().clockFile());
        if (ahead != null) {
            clock.moveAhead(Ahead.parse(ahead));
        }
        console.line("It is " + SHOWN.format(clock.instant().truncatedTo(ChronoUnit.SECONDS)) + " in the stack, "
                + clock.ahead().toDays() + " days ahead of the real time.");
        return 0;
    }
}
