package dev.seatkey.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeatkeyTest {
    private final RecordedConsole terminal = new RecordedConsole();

    @Test
    void listsItsCommandsWhenItIsNotToldWhatToDo() {
        var exitCode = Seatkey.run(terminal.console());

        assertThat(exitCode).isNotZero();
        assertThat(terminal.said()).contains("up", "demo", "sales", "clock", "deploy");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"up", "demo", "sales", "clock", "check-books", "dead-letters", "dead-letters replay", "deploy"})
    void explainsEachCommand(String command) {
        var exitCode = Seatkey.run(terminal.console(), (command + " --help").split(" "));

        assertThat(exitCode).isZero();
        assertThat(terminal.complained()).isEmpty();
    }

    @Test
    void saysWhichPortIsInUseAndWhatForBeforeItStartsAnything() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = String.valueOf(other.getLocalPort());

            var exitCode = Seatkey.run(terminal.console(), "up", "--smtp-port", port);

            assertThat(exitCode).isNotZero();
            assertThat(terminal.complained())
                    .contains("Port " + port + " is in use; it is needed for mail, SMTP (--smtp-port).");
        }
    }
}
