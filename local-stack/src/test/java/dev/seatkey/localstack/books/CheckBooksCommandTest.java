package dev.seatkey.localstack.books;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatkey.localstack.RecordedConsole;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

@DisplayName("W3: ./seatkey check-books")
class CheckBooksCommandTest {
    private final StringWriter complained = new StringWriter();

    @Test
    @DisplayName("says which address is missing, and that a password belongs into the environment")
    void saysWhichAddressIsMissing() {
        var exitCode = run("--bootstrap-servers", "kafka:9092", "--registry", "http://registry:8081");

        assertThat(exitCode).isEqualTo(2);
        assertThat(complained.toString()).startsWith("Missing: --store or SPRING_MONGODB_URI.");
    }

    @Test
    void refusesAWaitThatIsNoNumber() {
        assertThat(run("--wait", "long")).isEqualTo(2);
    }

    private int run(String... arguments) {
        return new CommandLine(new CheckBooksCommand(new RecordedConsole().console(), Map.of()))
                .setErr(new PrintWriter(complained, true))
                .execute(arguments);
    }
}
