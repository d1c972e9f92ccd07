package dev.seatkey.localstack.deadletters;

import dev.seatkey.localstack.console.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Lists, shows and replays the records that workers put aside. */
@Command(
        name = "dead-letters",
        description = "Lists, shows and replays the records that workers put aside.",
        synopsisSubcommandLabel = "COMMAND")
public final class DeadLettersCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private DeadLettersCommand() {}

    /** The command with its three subcommands. */
    public static CommandLine on(Console console) {
        return new CommandLine(new DeadLettersCommand())
                .addSubcommand(new ListCommand(console))
                .addSubcommand(new ShowCommand(console))
                .addSubcommand(new ReplayCommand(console));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do with them: list, show or replay");
    }
}
