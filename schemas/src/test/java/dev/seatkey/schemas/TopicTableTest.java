package dev.seatkey.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Keeps the table in {@code docs/topics.md} true; {@code -Dgolden=write} writes it anew. */
class TopicTableTest {
    private static final Path DOCUMENT = Path.of("../docs/topics.md");
    private static final String BEGIN = "<!-- catalogue: written by TopicTableTest -->\n";
    private static final String END = "<!-- end of catalogue -->";
    private static final boolean WRITE = "write".equals(System.getProperty("golden"));

    @Test
    void standsInTheDocumentAsInTheCatalogue() throws IOException {
        String document = Files.readString(DOCUMENT);
        int from = document.indexOf(BEGIN) + BEGIN.length();
        int to = document.indexOf(END);
        if (WRITE) {
            Files.writeString(DOCUMENT, document.substring(0, from) + table() + document.substring(to), UTF_8);
            document = Files.readString(DOCUMENT);
        }

        assertThat(document)
                .as("%s; './mvnw -pl schemas test -Dgolden=write' writes it anew", DOCUMENT)
                .contains(BEGIN + table() + END);
    }

    private static String table() {
        return Topics.contract().stream()
                .map(TopicTableTest::row)
                .collect(joining(
                        "\n",
                        "| topic | records | key | partitions | kept | time set by | written by | read by |\n"
                                + "|---|---|---|---|---|---|---|---|\n",
                        "\n"));
    }

    private static String row(Topic topic) {
        String records = topic.records().stream()
                .map(type -> "`" + type.getSimpleName() + "`")
                .collect(joining(", "));
        String kept = topic.compacted()
                ? "newest of each key"
                : topic.retention()
                        .map(retention -> retention.toDays() + " days")
                        .orElse("for good");
        return "| `%s` | %s | %s | %d | %s | %s | %s | %s |"
                .formatted(
                        topic.name(),
                        records,
                        topic.key(),
                        topic.partitions(),
                        kept,
                        topic.timestamps() == Topic.Timestamps.BROKER ? "broker" : "sender",
                        names(topic.writers()),
                        names(topic.readers()));
    }

    private static String names(Set<String> names) {
        return names.isEmpty() ? "systems around it" : names.stream().sorted().collect(joining(", "));
    }
}
