package dev.seatkey.torture.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BrokenVariantTest {
    @Test
    void isInTheDocumentWithItsMistakeAndThePromisesThatItBreaks() throws IOException {
        var document = Files.readString(Path.of("..", "docs", "torture.md"));

        var rows = document.lines()
                .dropWhile(line -> !line.equals("| name | mistake | breaks |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"));

        assertThat(rows)
                .containsExactlyElementsOf(Arrays.stream(BrokenVariant.values())
                        .map(BrokenVariantTest::row)
                        .toList());
    }

    private static String row(BrokenVariant variant) {
        var breaks = variant.breaks().stream().map(each -> "`" + each + "`").collect(Collectors.joining(", "));
        return "| `" + variant.title() + "` | " + variant.mistake() + " | " + breaks + " |";
    }
}
