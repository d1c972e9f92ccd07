package dev.seatkey.torture;

import dev.seatkey.localstack.Subcommand;
import dev.seatkey.localstack.console.Console;

/** Adds {@code torture} to {@code ./seatkey}. */
public final class TortureSubcommand implements Subcommand {
    @Override
    public Object printingOn(Console console) {
        return new TortureCommand(console);
    }
}
