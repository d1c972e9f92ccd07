package dev.seatkey.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class SeatkeyTest {
    private final RecordedConsole terminal = new RecordedConsole();

    @Test
    void listsItsCommandsWhenItIsNotToldWhatToDo() {
        var exitCode = Seatkey.run(terminal.console());

        assertThat(exitCode).isNotZero();
        assertThat(terminal.said()).contains("up", "demo", "sales", "clock", "deploy");
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
