package dev.seatkey.localstack;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seatkey.localstack.console.Console;
import dev.seatkey.localstack.console.Style;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

/** A console that keeps what it is told. */
public final class RecordedConsole {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private final Console console =
            new Console(new PrintStream(out, true, UTF_8), new PrintStream(errors, true, UTF_8), Style.PLAIN);

    public Console console() {
        return console;
    }

    public String said() {
        return out.toString(UTF_8);
    }

    public String complained() {
        return errors.toString(UTF_8);
    }
}
