package dev.seatkey.torture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seatkey.localstack.console.Console;
import dev.seatkey.localstack.console.Style;
import dev.seatkey.torture.inside.BrokenVariant;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

@DisplayName("./seatkey torture")
class TortureCommandTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    @DisplayName("lists the mistakes that it can build in")
    void listsTheMistakes() {
        assertThat(exitCodeOf("--broken", "list")).isZero();

        assertThat(printed.toString(UTF_8).lines())
                .hasSize(BrokenVariant.values().length)
                .allMatch(line -> Arrays.stream(BrokenVariant.values())
                        .anyMatch(each -> line.startsWith(each.title() + " ") && line.endsWith(each.mistake())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "--broken nonsense          | no mistake named nonsense",
                "--broken oversells --kills 9 | doesn't go with --kills",
                "--kills 0                  | --kills must be at least 1",
                "--kills 9 --launches 8     | --launches must be at least 9",
                "--kills many               | 'many' is not an int",
                "--instances 0              | --instances must be at least 1"
            })
    @DisplayName("refuses what it can't do, with a line that says why, before anything is started")
    void refusesWhatItCannotDo(String arguments, String why) {
        assertThat(exitCodeOf(arguments.split(" +"))).isEqualTo(2);

        assertThat(printed.toString(UTF_8)).contains(why);
    }

    private int exitCodeOf(String... arguments) {
        var out = new PrintStream(printed, true, UTF_8);
        return new CommandLine(new TortureCommand(new Console(out, out, Style.PLAIN)))
                .setErr(new PrintWriter(out, true, UTF_8))
                .execute(arguments);
    }
}
