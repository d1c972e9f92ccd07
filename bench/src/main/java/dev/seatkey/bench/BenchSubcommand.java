package dev.seatkey.bench;

import dev.seatkey.localstack.Subcommand;
import dev.seatkey.localstack.console.Console;

/** Adds {@code bench} to {@code ./seatkey}. */
public final class BenchSubcommand implements Subcommand {
    @Override
    public Object printingOn(Console console) {
        return new BenchCommand(console);
    }
}
