package dev.seatkey.torture.fleet;

import dev.seatkey.torture.inside.CrashPoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The crash point at which a worker's process is to end or to stand still, in a file that the process looks at. Whoever
 * passes the point first removes the file: it happens once, also where several processes share the file, and not again after
 * a restart.
 */
public final class Armed {
    private final Path file;

    /** @param file need not be there yet; its folder must */
    public Armed(Path file) {
        this.file = file.toAbsolutePath();
    }

    /** Makes the next one that passes this point end there. Takes the place of a point that was not reached yet. */
    public void at(CrashPoint point) {
        write("crash " + point.name());
    }

    /**
     * Makes the next one that passes this point stand still there, as by {@code kill -STOP}, until it is resumed: a zombie, if
     * its partitions go to another one meanwhile.
     */
    public void holdUpAt(CrashPoint point) {
        write("hold " + point.name());
    }

    private void write(String order) {
        try {
            var draft = file.resolveSibling(file.getFileName() + ".draft");
            Files.writeString(draft, order);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unable) {
            throw new UncheckedIOException(unable);
        }
    }

    /** Lets everybody pass. */
    public void disarm() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException unable) {
            throw new UncheckedIOException(unable);
        }
    }

    /** Whether the point was not reached yet; false once somebody ended or stands there. */
    public boolean isWaiting() {
        return Files.exists(file);
    }

    /** The file. */
    public Path file() {
        return file;
    }
}
