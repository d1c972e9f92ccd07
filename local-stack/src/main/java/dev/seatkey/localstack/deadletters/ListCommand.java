package dev.seatkey.localstack.deadletters;

import dev.seatkey.localstack.console.Console;
import dev.seatkey.localstack.console.Table;
import dev.seatkey.localstack.console.Table.Column;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists dead letters, one a line. */
@Command(name = "list", description = "Lists dead letters, one a line.")
final class ListCommand implements Callable<Integer> {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneOffset.UTC);
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_KEY = 20;
    private static final int LONGEST_REASON = 64;

    private final Console console;

    @Mixin
    private Brokers brokers = new Brokers();

    @Mixin
    private Filter filter = new Filter();

    ListCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (var records = new CommittedRecords(brokers.bootstrapServers())) {
            var letters =
                    new DeadLetters(records).all().stream().filter(filter::lets).toList();
            if (letters.isEmpty()) {
                console.line(
                        filter.isGiven()
                                ? "No dead letter fits."
                                : "No dead letters: everything that came could be handled.");
            } else {
                show(letters);
            }
            return 0;
        }
    }

    private void show(List<DeadLetter> letters) {
        var table = new Table(
                Column.words("Dead letter", LONGEST_NAME),
                Column.words("From", LONGEST_NAME),
                Column.words("Time, UTC", LONGEST_NAME),
                Column.words("Kind", LONGEST_NAME),
                Column.words("Replayed", LONGEST_NAME),
                Column.words("Key", LONGEST_KEY),
                Column.words("Reason", LONGEST_REASON));
        letters.forEach(letter -> table.row(
                letter.id().toString(),
                letter.origin().map(Place::toString).orElse("–"),
                TIME.format(letter.time()),
                letter.kind().name(),
                letter.replay().isPresent() ? "yes" : "no",
                KeyText.of(letter.key()),
                letter.reason()));
        table.printOn(console, 0);
        console.blank();
        var open = letters.stream().filter(each -> each.replay().isEmpty()).count();
        console.line(letters.size()
                + (letters.size() == 1 ? " dead letter, " : " dead letters, ")
                + (open == 0 ? "all replayed." : open + " not replayed."));
    }
}
