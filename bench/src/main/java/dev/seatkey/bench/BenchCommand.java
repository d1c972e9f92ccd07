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
    private static final List<Scenario> SCENARIOS = List.of(
            new LaunchesScenario(),
            new LatencyScenario(),
            new SalesScenario(),
            new RenewalsScenario(),
            new GrowthScenario(),
            new InstancesScenario(),
            new StartsScenario(),
            new StackScenario());

    private final Console console;

    @Spec
    @Nullable
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "SCENARIO", description = "What to measure; all if none is given.")
    private List<String> scenarios = List.of();

    @Option(names = "--quick", description = "Fewer and smaller rounds, for a first look.")
    private boolean quick;

    BenchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var chosen = chosen();
        var target = Built.checkout().resolve("bench").resolve("target");
        var figures = Figures.in(target.resolve("figures.json"));
        console.line("Seatkey's bench on " + Runtime.getRuntime().availableProcessors() + " processors. Store: "
                + System.getenv().getOrDefault(DocumentStore.SETTING, "embedded") + ".");
        chosen.forEach(scenario -> {
            console.heading(scenario.name() + ": " + scenario.text());
            scenario.measure(quick ? Effort.QUICK : Effort.FULL, directory(target, scenario), figures, console);
        });
        console.heading("Figures");
        FigureTable.print(figures.all(), console);
        Pictures.draw(figures.all(), target.resolve("pictures"));
        return 0;
    }

    private List<Scenario> chosen() {
        if (scenarios.isEmpty()) {
            return SCENARIOS;
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
