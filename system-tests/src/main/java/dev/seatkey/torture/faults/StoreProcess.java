package dev.seatkey.torture.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * The process of a document store that runs already, killed and started again by commands of its owner.
 *
 * @param kill a shell command that ends it at once
 * @param start a shell command that starts it again and returns when it answers
 * @param log where the commands' output goes
 */
public record StoreProcess(String kill, String start, Path log) {
    void killed() {
        run(kill);
    }

    void started() {
        run(start);
    }

    private void run(String command) {
        try {
            var process = new ProcessBuilder("sh", "-c", command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException("'" + command + "' ended with " + process.exitValue() + "; see " + log);
            }
        } catch (IOException unable) {
            throw new UncheckedIOException(unable);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while the store was killed", asked);
        }
    }
}
