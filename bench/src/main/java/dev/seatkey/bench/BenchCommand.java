package dev.seatkey.bench;

import dev.seatkey.bench.figures.FigureTable;
import dev.seatkey.bench.figures.Figures;
import dev.seatkey.bench.figures.Pictures;
import dev.seatkey.bench.growth.GrowthScenario;
import dev.seatkey.bench.latency.LatencyScenario;
import dev.seatkey.bench.launches.InstancesScenario;
import dev.seatkey.bench.launches.LaunchesScenario;
import dev.seatkey.bench.renewals.RenewalsScenario;
import dev.seatkey.bench.sales.SalesScenario;
import dev.seatkey.bench.starts.StackScenario;
import dev.seatkey.bench.starts.StartsScenario;
import dev.seatkey.localstack.child.Built;
import dev.seatkey.localstack.components.DocumentStore;
import dev.seatkey.localstack.console.Console;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures how fast the workers are, beside others that do the same, on the same machine in the same run. */
@Command(name = "bench", description = "Measures how fast the workers are, beside opponents that do the same job.")
final class BenchCommand implements Callable<Integer> {
    /** Enough for a first look, and done within five minutes. */
    private static final List<Scenario> QUICK_SCENARIOS = List.of(new LaunchesScenario(), new LatencyScenario());

    private static final List<Scenario> SCENARIOS = Stream.concat(
                    QUICK_SCENARIOS.stream(),
                    Stream.of(
                            new SalesScenario(),
                            new RenewalsScenario(),
                            new GrowthScenario(),
                            new InstancesScenario(),
                            new StartsScenario(),
                            new StackScenario()))
            .toList();

    private final Console console;

    @Spec
    @Nullable
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "SCENARIO", description = "What to measure; all if none is given.")
    private List<String> scenarios = List.of();

    @Option(
            names = "--quick",
            description = "Fewer and smaller rounds, for a first look: within five minutes, of launches and latency "
                    + "where no scenario is named.")
    private boolean quick;

    BenchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var chosen = chosen();
        var target = Built.checkout().resolve("bench").resolve("target");
        var figures = Figures.writtenTo(target.resolve("figures.json"));
        console.line("Seatkey's bench on " + Runtime.getRuntime().availableProcessors() + " processors. Store: "
                + System.getenv().getOrDefault(DocumentStore.SETTING, "embedded") + ".");
        var failed = chosen.stream()
                .filter(scenario -> !isMeasured(scenario, directory(target, scenario), figures))
                .map(Scenario::name)
                .toList();
        console.heading("Figures");
        FigureTable.print(figures.all(), console);
        Pictures.draw(figures.all(), target.resolve("pictures"));
        if (failed.isEmpty()) {
            return 0;
        }
        console.error("Not measured, or not to the end: " + String.join(", ", failed) + ".");
        return 1;
    }

    /** What the others show is not lost where one scenario fails. */
    private boolean isMeasured(Scenario scenario, Path directory, Figures figures) {
        console.heading(scenario.name() + ": " + scenario.text());
        try {
            scenario.measure(quick ? Effort.QUICK : Effort.FULL, directory, figures, console);
            return true;
        } catch (RuntimeException failure) {
            console.error(scenario.name() + ": " + failure);
            return false;
        }
    }

    private List<Scenario> chosen() {
        if (scenarios.isEmpty()) {
            return quick ? QUICK_SCENARIOS : SCENARIOS;
        }
        return scenarios.stream().map(this::named).toList();
    }

    private Scenario named(String name) {
        return SCENARIOS.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        Objects.requireNonNull(spec).commandLine(),
                        "There is no scenario " + name + ", only "
                                + SCENARIOS.stream().map(Scenario::name).collect(Collectors.joining(", "))));
    }

    private static Path directory(Path target, Scenario scenario) {
        return target.resolve("runs").resolve(scenario.name());
    }
}
