package dev.seatkey.localstack.components;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** Folders for the data and logs of one run. */
public final class Directories {
    private Directories() {}

    /** Makes a folder empty, and makes it where there is none. */
    public static void empty(Path folder) {
        try {
            if (Files.exists(folder)) {
                for (var file : contents(folder)) {
                    Files.delete(file);
                }
            }
            Files.createDirectories(folder);
        } catch (IOException unable) {
            throw new UncheckedIOException(unable);
        }
    }

    private static List<Path> contents(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
