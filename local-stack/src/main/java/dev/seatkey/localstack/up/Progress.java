package dev.seatkey.localstack.up;

import dev.seatkey.localstack.components.StartListener;
import dev.seatkey.localstack.console.Console;
import dev.seatkey.localstack.console.Text;
import java.time.Duration;
import java.util.Locale;

/** One line for each part that started or stopped. */
public final class Progress implements StartListener {
    private static final int NAMES = 22;

    private final Console console;

    public Progress(Console console) {
        this.console = console;
    }

    @Override
    public void ready(String what, Duration took) {
        var style = console.style();
        console.line("  " + style.good("✓") + " " + Text.left(what, NAMES) + style.faint(seconds(took)));
    }

    /** A part has stopped. */
    public void stopped(String what) {
        console.line("  " + console.style().faint("■") + " " + what);
    }

    static String seconds(Duration took) {
        return String.format(Locale.ROOT, "%5.1f s", took.toMillis() / 1000.0);
    }
}
