package dev.seatkey.torture;

import dev.seatkey.localstack.child.Built;
import dev.seatkey.localstack.console.Console;
import dev.seatkey.localstack.up.Progress;
import dev.seatkey.torture.faults.StoreProcess;
import dev.seatkey.torture.inside.BrokenVariant;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Attacks the product in a stack of its own, and judges whether it kept its promises. */
@Command(
        name = "torture",
        description =
                "Kills, cuts and confuses the product in a stack of its own, and judges whether it kept its promises.",
        footer = {
            "",
            "Ends with 0 if every promise was kept, with 1 if one was broken. The same seed gives the same faults.",
            "On a store of your own (SEATKEY_STORE), --kill-store and --start-store let its process be among the victims."
        })
public final class TortureCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(TortureCommand.class);
    private static final int KILLS = 10;
    private static final int LAUNCHES_A_KILL = 1_000;
    private static final int SALES_A_KILL = 10;
    private static final String LIST = "list";

    private final Console console;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--kills", description = "Processes to kill; 10 if not given.")
    private @Nullable Integer kills;

    @Option(names = "--seed", description = "Source of all chance; drawn and printed if not given.")
    private @Nullable Long seed;

    @Option(names = "--launches", description = "Launches to send; 1,000 a kill if not given.")
    private @Nullable Integer launches;

    @Option(names = "--sales", description = "Sales to register; 10 a kill if not given.")
    private @Nullable Integer sales;

    @Option(names = "--years", defaultValue = "3", description = "Years to pass; ${DEFAULT-VALUE} if not given.")
    private double years;

    @Option(
            names = "--instances",
            defaultValue = "2",
            description = "Instances of each worker; ${DEFAULT-VALUE} if not given.")
    private int instances;

    @Option(
            names = "--broken",
            paramLabel = "NAME",
            description = "Builds a mistake into the workers, which must be found; 'list' lists them.")
    private @Nullable String broken;

    @Option(names = "--kill-store", paramLabel = "COMMAND", description = "Shell command that kills the store.")
    private @Nullable String killStore;

    @Option(
            names = "--start-store",
            paramLabel = "COMMAND",
            description = "Shell command that starts the store again and returns when it answers.")
    private @Nullable String startStore;

    public TortureCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (LIST.equals(broken)) {
            for (var each : BrokenVariant.values()) {
                console.line(String.format("%-32s %s", each.title(), each.mistake()));
            }
            return 0;
        }
        var directory = Built.target().resolve("torture");
        var scale = scale();
        var verdicts = run(scale, directory, storeProcess(directory), console);
        var found = verdicts.stream().filter(each -> !each.isKept()).toList();
        console.blank();
        if (scale.broken() != null
                && found.stream().map(Verdict::name).noneMatch(scale.broken().breaks()::contains)) {
            console.line(console.style()
                    .bad("The mistake was not found. It breaks "
                            + String.join(" or ", scale.broken().breaks()) + "."));
        }
        console.line(
                found.isEmpty()
                        ? console.style().good("Every promise was kept.")
                        : console.style().bad("Broken: " + Report.names(found) + "."));
        return found.isEmpty() ? 0 : 1;
    }

    static List<Verdict> run(Scale scale, Path directory, Optional<StoreProcess> storeProcess, Console console) {
        // The mail server's threads die of clients that are killed while they talk to it.
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> LOG.warn("{} ended", thread.getName(), failure));
        var report = new Report(console);
        report.begins(scale, System.getenv().getOrDefault("SEATKEY_STORE", "embedded"));
        var arena = Arena.open(scale, directory, new Progress(console));
        try (var torture = new Torture(scale, arena, storeProcess, report)) {
            return torture.run();
        }
    }

    private Scale scale() {
        if (broken != null && kills != null) {
            throw refused("--broken brings the faults that show the mistake, and doesn't go with --kills.");
        }
        var toKill = kills == null ? KILLS : atLeast(1, "--kills", kills);
        return new Scale(
                toKill,
                seed == null ? new Random().nextInt(1_000_000) : seed,
                launches == null ? toKill * LAUNCHES_A_KILL : atLeast(toKill, "--launches", launches),
                sales == null ? toKill * SALES_A_KILL : atLeast(1, "--sales", sales),
                years,
                atLeast(1, "--instances", instances),
                broken == null ? null : variant(broken));
    }

    private int atLeast(int least, String option, int value) {
        if (value < least) {
            throw refused(option + " must be at least " + least + ".");
        }
        return value;
    }

    private BrokenVariant variant(String name) {
        try {
            return BrokenVariant.named(name);
        } catch (IllegalArgumentException unknown) {
            throw refused("There is no mistake named " + name + "; --broken list lists them.");
        }
    }

    private Optional<StoreProcess> storeProcess(Path directory) {
        if ((killStore == null) != (startStore == null)) {
            throw refused("--kill-store and --start-store need each other.");
        }
        return killStore == null || startStore == null
                ? Optional.empty()
                : Optional.of(new StoreProcess(killStore, startStore, directory.resolve("store.log")));
    }

    private ParameterException refused(String why) {
        return new ParameterException(java.util.Objects.requireNonNull(spec).commandLine(), why);
    }
}
