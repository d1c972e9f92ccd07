package dev.seatkey.bench;

import dev.seatkey.bench.figures.Figures;
import dev.seatkey.localstack.console.Console;
import java.nio.file.Path;

/** Something to measure. */
public interface Scenario {
    /** What to call it on the command line. */
    String name();

    /** What it measures, in one line. */
    String text();

    /**
     * Measures it.
     *
     * @param directory for data and logs
     * @param figures takes what was found
     * @param console hears how far it is
     */
    void measure(Effort effort, Path directory, Figures figures, Console console);
}
