package dev.seatkey.localstack;

import dev.seatkey.localstack.console.Console;

/** A command that another module adds to {@code ./seatkey}, found by {@link java.util.ServiceLoader} where that module is built. */
public interface Subcommand {
    /** The command, an object that picocli understands. */
    Object printingOn(Console console);
}
