package dev.seatkey.torture.inside;

import dev.seatkey.torture.CrashPoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends the process at the crash point that a file names. */
final class Trigger {
    /** What a process ends with that was killed by {@code kill -9}. */
    private static final int KILLED = 137;

    private static final Logger log = LoggerFactory.getLogger(Trigger.class);

    private final Path file;
    private final Runnable halt;

    Trigger(Path file, Runnable halt) {
        this.file = file;
        this.halt = halt;
    }

    /** One that ends this process at once: no shutdown hook runs, no connection is closed in good order. */
    static Trigger haltingAt(Path file) {
        return new Trigger(file, () -> Runtime.getRuntime().halt(KILLED));
    }

    void passed(CrashPoint point) {
        if (Files.exists(file) && isNamed(point) && isTaken()) {
            log.warn("Halting at {}", point);
            halt.run();
        }
    }

    private boolean isNamed(CrashPoint point) {
        try {
            return Files.readString(file).equals(point.name());
        } catch (IOException takenByAnother) {
            return false;
        }
    }

    /** Only one of those who pass the point removes the file. */
    private boolean isTaken() {
        try {
            return Files.deleteIfExists(file);
        } catch (IOException unable) {
            throw new UncheckedIOException(unable);
        }
    }
}
