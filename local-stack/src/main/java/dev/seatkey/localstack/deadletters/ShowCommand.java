package dev.seatkey.localstack.deadletters;

import dev.seatkey.localstack.console.Console;
import dev.seatkey.localstack.console.Text;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows everything about one dead letter. */
@Command(name = "show", description = "Shows everything about one dead letter.")
final class ShowCommand implements Callable<Integer> {
    private static final int SCHEMAS_TO_CACHE = 10;
    private static final int LABELS = 18;

    private final Console console;

    @Mixin
    private Brokers brokers = new Brokers();

    @Option(
            names = "--registry",
            description = "The schema registry, such as http://registry:8081; that of the running stack if not given.")
    private @Nullable String registry;

    @Parameters(paramLabel = "ID", description = "Its id, as list tells it: sale-commands.sale-intake-dlt@12.")
    private String id = "";

    ShowCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var wanted = DeadLetterId.parse(id);
        var schemas = new CachedSchemaRegistryClient(brokers.registry(registry), SCHEMAS_TO_CACHE);
        try (var records = new CommittedRecords(brokers.bootstrapServers())) {
            var letters = new DeadLetters(records);
            var letter = letters.get(wanted);
            var value = letters.record(wanted).value();
            var truncatedFrom = letter.truncatedFrom();
            show(
                    letter,
                    truncatedFrom.isPresent() && value != null
                            ? ReadableValue.truncated(value, truncatedFrom.getAsInt())
                            : ReadableValue.of(value, schemas));
            return 0;
        }
    }

    private void show(DeadLetter letter, ReadableValue value) {
        console.line(console.style().strong(letter.id().toString()));
        entry(
                "Kind",
                switch (letter.kind()) {
                    case BROKEN -> "BROKEN: it cannot be handled as it is, or not with what was there";
                    case BUG -> "BUG: handling it failed three times, for no reason that lies in the record";
                });
        entry("Reason", letter.reason());
        entry("From", letter.origin().map(Place::toString).orElse("nobody says where it was; it cannot be replayed"));
        entry("Time", letter.time().toString());
        entry("Key", KeyText.of(letter.key()));
        letter.keyTruncatedFrom()
                .ifPresent(length ->
                        entry("Key's length", "%,d bytes, of which only the first were kept".formatted(length)));
        entry(
                "Replayed",
                letter.replay()
                        .map(replay -> "at " + replay.at() + " as " + replay.as())
                        .orElse(letter.isWhole() ? "no" : "no; it cannot be, only a part of it was kept"));
        letter.replayOf().ifPresent(first -> entry("Replay of", first + ", in vain"));
        section(
                letter.droppedHeaders() == 0
                        ? "Headers"
                        : "Headers, without %,d that were too large".formatted(letter.droppedHeaders()),
                headers(letter));
        section("Value: " + value.title(), value.lines());
        section("Stack", letter.stack());
    }

    private static List<String> headers(DeadLetter letter) {
        return Stream.of(letter.originalHeaders().toArray())
                .map((Header header) ->
                        Text.left(Text.harmless(header.key()), LABELS) + "  " + KeyText.of(header.value()))
                .toList();
    }

    private void entry(String name, String text) {
        console.line("  " + Text.left(name, LABELS) + "  " + Text.harmless(text));
    }

    private void section(String title, List<String> lines) {
        if (lines.isEmpty() && title.equals("Stack")) {
            return;
        }
        console.blank();
        console.line(console.style().strong(Text.harmless(title)));
        (lines.isEmpty() ? List.of("none") : lines)
                .forEach(line -> console.line("  " + Text.harmless(line.replace("\t", "    "))));
    }
}
