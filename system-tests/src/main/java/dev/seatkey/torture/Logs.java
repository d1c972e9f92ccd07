package dev.seatkey.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The logs of a run, kept until the next one. */
final class Logs {
    private Logs() {}

    /** Removes those of an earlier run from a folder, which may not be there. */
    static void removeFrom(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (var logs = Files.newDirectoryStream(directory, "*.{log,armed}")) {
            for (var log : logs) {
                Files.delete(log);
            }
        } catch (IOException unable) {
            throw new UncheckedIOException(unable);
        }
    }
}
