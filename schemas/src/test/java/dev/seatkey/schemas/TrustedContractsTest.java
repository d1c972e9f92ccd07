package dev.seatkey.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Avro 1.12.2 makes no generated class that it was not told to trust. Nobody who starts a worker must have to know. */
class TrustedContractsTest {

    @Test
    void readsRecordsInAJvmWithoutFlags() throws Exception {
        Outcome outcome = runInAJvmWithoutFlags("with-catalogue");

        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
    }

    /** Else the test above would prove nothing. */
    @Test
    void wouldBeRefusedWithoutTheCatalogue() throws Exception {
        Outcome outcome = runInAJvmWithoutFlags("without-catalogue");

        assertThat(outcome.exitCode()).isNotZero();
        assertThat(outcome.output()).contains("SecurityException");
    }

    private static Outcome runInAJvmWithoutFlags(String argument) throws IOException, InterruptedException {
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                RoundTrip.class.getName(),
                argument);
        java.environment().remove("JAVA_TOOL_OPTIONS");
        java.environment().remove("JDK_JAVA_OPTIONS");
        Process process = java.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Outcome(process.waitFor(), output);
    }

    private record Outcome(int exitCode, String output) {}
}
