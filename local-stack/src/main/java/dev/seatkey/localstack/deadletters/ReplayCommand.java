package dev.seatkey.localstack.deadletters;

import dev.seatkey.localstack.console.Console;
import dev.seatkey.localstack.console.Text;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts dead letters back where they were. */
@Command(
        name = "replay",
        description =
                "Puts dead letters back into the topics they came from, as they came. Each only once, unless asked again.")
final class ReplayCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private Brokers brokers = new Brokers();

    @Mixin
    private Filter filter = new Filter();

    @Parameters(paramLabel = "ID", description = "Which ones, by the ids that list tells.")
    private List<String> ids = List.of();

    @Option(names = "--all", description = "All that were not replayed yet and that the filters let through.")
    private boolean all;

    @Option(names = "--again", description = "Also those of the given ids that were replayed already.")
    private boolean again;

    ReplayCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        requireAChoice();
        var chosen = ids.stream().map(DeadLetterId::parse).distinct().toList();
        try (var records = new CommittedRecords(brokers.bootstrapServers());
                var putBack = new PutBack(brokers.bootstrapServers(), brokers.clock())) {
            var letters = new DeadLetters(records).all();
            var wanted = all
                    ? letters.stream()
                            .filter(filter::lets)
                            .filter(letter -> letter.replay().isEmpty())
                            .toList()
                    : named(chosen, letters);
            return put(wanted, new Replay(records, putBack));
        }
    }

    private void requireAChoice() {
        var named = !ids.isEmpty();
        if (named == all || named && filter.isGiven() || all && again) {
            throw new ParameterException(
                    spec.commandLine(), "Name the dead letters, or say --all; filters go with --all, --again with ids");
        }
    }

    private static List<DeadLetter> named(List<DeadLetterId> chosen, List<DeadLetter> letters) {
        return chosen.stream()
                .map(id -> letters.stream()
                        .filter(letter -> letter.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> DeadLetters.unknown(id)))
                .toList();
    }

    private int put(List<DeadLetter> wanted, Replay replay) {
        if (wanted.isEmpty()) {
            console.line("Nothing to replay.");
            return 0;
        }
        var before = wanted.stream()
                .filter(letter -> !again && letter.replay().isPresent())
                .toList();
        before.forEach(letter -> told(
                letter,
                "was replayed already, as " + letter.replay().orElseThrow().as()));
        var outcomes = replay.of(
                wanted.stream().filter(letter -> !before.contains(letter)).toList());
        outcomes.forEach(outcome -> told(outcome.letter(), outcome.text()));
        var done = outcomes.stream().filter(Replay.Outcome::done).count();
        var refused = outcomes.size() - done;
        console.line(done + " replayed" + (before.isEmpty() ? "" : ", " + before.size() + " before")
                + (refused == 0 ? "." : ", " + refused + " cannot be replayed."));
        return refused == 0 || all ? 0 : 1;
    }

    private void told(DeadLetter letter, String text) {
        console.line(letter.id() + "  " + Text.harmless(text));
    }
}
