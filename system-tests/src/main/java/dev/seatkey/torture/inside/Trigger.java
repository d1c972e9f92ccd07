package dev.seatkey.torture.inside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends the process, or holds it up, at the crash point that a file names. */
final class Trigger {
    /** What a process ends with that was killed by {@code kill -9}. */
    private static final int KILLED = 137;

    private static final Logger log = LoggerFactory.getLogger(Trigger.class);

    private final Path file;
    private final Runnable halt;
    private final Runnable holdUp;

    Trigger(Path file, Runnable halt, Runnable holdUp) {
        this.file = file;
        this.halt = halt;
        this.holdUp = holdUp;
    }

    /** One for this process. It ends at once: no shutdown hook runs, no connection is closed in good order. */
    static Trigger ofThisProcess(Path file) {
        return new Trigger(file, () -> Runtime.getRuntime().halt(KILLED), Trigger::stop);
    }

    /**
     * Returns if this is not where the process ends. One at a time: while the process ends in the hands of one thread, another
     * does not get past its next crash point.
     */
    synchronized void passed(CrashPoint point) {
        if (!Files.exists(file)) {
            return;
        }
        String order = order();
        if (order.equals("crash " + point) && isTaken()) {
            log.warn("Halting at {}", point);
            halt.run();
        } else if (order.equals("hold " + point) && isTaken()) {
            log.warn("Held up at {}", point);
            holdUp.run();
        }
    }

    private String order() {
        try {
            return Files.readString(file);
        } catch (IOException takenByAnother) {
            return "";
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

    /** Returns after somebody has let the process go on. */
    private static void stop() {
        try {
            new ProcessBuilder(
                            "sh", "-c", "kill -STOP " + ProcessHandle.current().pid())
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException unable) {
            throw new UncheckedIOException(unable);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }
}
