package dev.seatkey.localstack;

import dev.seatkey.localstack.books.CheckBooksCommand;
import dev.seatkey.localstack.clock.ClockCommand;
import dev.seatkey.localstack.console.Console;
import dev.seatkey.localstack.deadletters.DeadLettersCommand;
import dev.seatkey.localstack.demo.DemoCommand;
import dev.seatkey.localstack.deploy.DeployCommand;
import dev.seatkey.localstack.sales.SalesCommand;
import dev.seatkey.localstack.up.UpCommand;
import java.util.ServiceLoader;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The main method behind {@code ./seatkey}. */
@Command(
        name = "./seatkey",
        description = "Sells subscription plans and keeps their users' test keys alive.",
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND")
public final class Seatkey {
    private static final String COLOURS = "seatkey.colours";
    private static final String LOGGING = "logback.configurationFile";

    private Seatkey() {}

    public static void main(String[] arguments) {
        if (System.getProperty(LOGGING) == null) {
            System.setProperty(LOGGING, "warnings-logback.xml");
        }
        System.exit(run(Console.standard(Boolean.getBoolean(COLOURS)), arguments));
    }

    static int run(Console console, String... arguments) {
        var line = new CommandLine(new Seatkey())
                .addSubcommand(new UpCommand(console))
                .addSubcommand(new DemoCommand(console))
                .addSubcommand(new SalesCommand(console))
                .addSubcommand(new ClockCommand(console))
                .addSubcommand(new CheckBooksCommand(console))
                .addSubcommand(DeadLettersCommand.on(console))
                .addSubcommand(new DeployCommand(console))
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    console.error(failure.getMessage() == null ? failure.toString() : failure.getMessage());
                    return command.getCommandSpec().exitCodeOnExecutionException();
                });
        ServiceLoader.load(Subcommand.class).forEach(each -> line.addSubcommand(each.printingOn(console)));
        if (arguments.length == 0) {
            console.line(line.getUsageMessage().stripTrailing());
            return CommandLine.ExitCode.USAGE;
        }
        return line.execute(arguments);
    }
}
