package dev.seatkey.localstack.books;

import dev.seatkey.localstack.console.Console;
import dev.seatkey.localstack.console.Table;
import dev.seatkey.localstack.console.Text;
import dev.seatkey.localstack.stack.RunningStack;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** W3: derives the books again from the topics and compares them with the workers' stores. */
@Command(
        name = "check-books",
        description =
                "Derives sales, plans, seats, keys, statuses and mails again from the topics, compares them with the"
                        + " workers' stores, and names each difference.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:No differences.",
            "1:There are differences.",
            "2:Wrong usage, or topics or stores cannot be read.",
            "3:No differences so far, but a worker has not handled everything yet."
        },
        exitCodeOnExecutionException = 2)
public final class CheckBooksCommand implements Callable<Integer> {
    private static final String STORE_VARIABLE = "SPRING_MONGODB_URI";
    private static final int SHOWN = 50;
    private static final int WIDEST_LINE = 400;
    private static final int DIFFERENT = 1;
    private static final int NOT_SURE = 3;

    private final Console console;
    private final Map<String, String> environment;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--bootstrap-servers",
            description = "The Kafka brokers, such as kafka:9092; those of the running stack if not given.")
    private @Nullable String bootstrapServers;

    @Option(names = "--registry", description = "The schema registry, such as http://registry:8081.")
    private @Nullable String registry;

    @Option(
            names = "--store",
            paramLabel = "URI",
            description = "The MongoDB server, such as mongodb://mongo:27017/. One with a password is better given in"
                    + " the environment variable " + STORE_VARIABLE + ", where it is looked for if not given here.")
    private @Nullable String store;

    @Option(
            names = "--database-prefix",
            paramLabel = "PREFIX",
            defaultValue = "",
            description = "What the names of the services' databases begin with; nothing if not given.")
    private String databasePrefix = "";

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "How long to wait for workers that are behind; ${DEFAULT-VALUE} if not given.")
    private int wait;

    @Option(names = "--all", description = "Show all differences, and not only the first " + SHOWN + ".")
    private boolean all;

    public CheckBooksCommand(Console console) {
        this(console, System.getenv());
    }

    CheckBooksCommand(Console console, Map<String, String> environment) {
        this.console = console;
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Integer call() {
        var findings = BooksCheck.of(addresses())
                .waitingFor(Duration.ofSeconds(wait))
                .telling(word -> console.line(console.style().faint("  " + word + " …")))
                .run();
        show(findings);
        if (!findings.differences().isEmpty()) {
            return DIFFERENT;
        }
        return findings.behind().isEmpty() ? 0 : NOT_SURE;
    }

    private BooksAddresses addresses() {
        if (bootstrapServers == null && registry == null && store == null) {
            return BooksAddresses.of(RunningStack.find());
        }
        return new BooksAddresses(
                required("--bootstrap-servers", bootstrapServers),
                required("--registry", registry),
                required("--store or " + STORE_VARIABLE, store != null ? store : environment.get(STORE_VARIABLE)),
                databasePrefix);
    }

    private String required(String option, @Nullable String value) {
        if (value == null || value.isBlank()) {
            var command = Objects.requireNonNull(spec).commandLine();
            throw new ParameterException(command, "Missing: " + option + ". Give all three addresses, or none.");
        }
        return value;
    }

    private void show(Findings findings) {
        var table = new Table(
                Table.Column.words("Store", 40),
                Table.Column.numbers("In the topics"),
                Table.Column.numbers("In the store"),
                Table.Column.numbers("Differences"));
        findings.compared()
                .forEach(each -> table.row(
                        each.place(), number(each.told()), number(each.stored()), number(each.differences())));
        table.row("the topics alone", number(findings.records()), "", number(findings.contradictions()));
        console.blank();
        table.printOn(console, 0);
        console.blank();
        showBehind(findings);
        showDifferences(findings);
    }

    private void showBehind(Findings findings) {
        if (findings.behind().isEmpty()) {
            return;
        }
        console.line("Workers are still behind, so the books are not closed yet:");
        findings.behind().forEach(each -> console.line("  " + each));
        console.line("What differs may be work that is under way. Check again when it is done.");
        console.blank();
    }

    private void showDifferences(Findings findings) {
        var style = console.style();
        var differences = findings.differences();
        if (differences.isEmpty()) {
            console.line(style.good("No differences."));
            return;
        }
        differences.stream()
                .limit(all ? Long.MAX_VALUE : SHOWN)
                .forEach(each -> console.line(style.bad("✗") + " " + Text.cut(each.line(), WIDEST_LINE)));
        console.blank();
        var total = differences.size() == 1 ? "1 difference" : number(differences.size()) + " differences";
        var shown = all || differences.size() <= SHOWN ? "" : "; the first " + SHOWN + " are shown, --all shows all";
        console.line(style.bad(total + shown + "."));
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
