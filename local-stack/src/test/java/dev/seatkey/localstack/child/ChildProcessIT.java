package dev.seatkey.localstack.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Path directory;

    ChildProcessIT(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void diesWithAParentThatWasKilled() throws Exception {
        // given a parent that started a child
        var note = directory.resolve("grandchild.pid");
        var parent = start(Parent.class, note.toString());
        parent.awaitReady(SOON, () -> Files.exists(note));
        var grandchild =
                ProcessHandle.of(Long.parseLong(Files.readString(note))).orElseThrow();

        // when the parent is killed
        parent.kill();

        // then the child does not outlive it
        await().atMost(SOON).until(() -> !grandchild.isAlive());
    }

    @Test
    void tellsHowItEndedAndWhatItSaidLast() {
        var child = start(Failing.class);

        assertThatThrownBy(() -> child.awaitReady(SOON, () -> false))
                .isInstanceOf(ChildFailedException.class)
                .hasMessageContaining("exit code 7")
                .hasMessageContaining("the disk is made of cheese");
    }

    @Test
    void stopsInGoodOrderWhenClosed() throws Exception {
        var note = directory.resolve("last-will");
        var child = start(Parent.class, directory.resolve("pid").toString(), note.toString());
        child.awaitReady(SOON, () -> Files.exists(directory.resolve("pid")));

        child.close();

        assertThat(note).exists();
    }

    @Test
    void doesNothingWhilePausedAndGoesOnAfterwards() throws Exception {
        // given a process that writes and writes
        var note = directory.resolve("ticks");
        var child = start(Ticking.class, note.toString());
        child.awaitReady(SOON, () -> Files.exists(note));

        // when it is paused
        child.pause();
        await().during(Duration.ofMillis(300)).atMost(SOON).until(sizeStays(note));

        // then it goes on when it is told to
        child.resume();
        var before = Files.size(note);
        await().atMost(SOON).until(() -> Files.size(note) > before);
        child.close();
    }

    @Test
    void canBeKilledWhilePaused() throws Exception {
        var note = directory.resolve("ticks");
        var child = start(Ticking.class, note.toString());
        child.awaitReady(SOON, () -> Files.exists(note));
        child.pause();

        child.kill();

        assertThat(child.exitCode()).hasValue(137);
    }

    @Test
    void stopsInGoodOrderWhenClosedWhilePaused() throws Exception {
        // given a paused process
        var note = directory.resolve("last-will");
        var child = start(Parent.class, directory.resolve("pid").toString(), note.toString());
        child.awaitReady(SOON, () -> Files.exists(directory.resolve("pid")));
        child.pause();

        child.close();

        assertThat(note).exists();
    }

    /** True once a file's size is what it was at the last look. */
    private static Callable<Boolean> sizeStays(Path file) {
        var last = new AtomicLong(-1);
        return () -> Files.size(file) == last.getAndSet(Files.size(file));
    }

    private ChildProcess start(Class<?> main, String... arguments) {
        var line = new java.util.ArrayList<>(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        line.addAll(List.of(arguments));
        return ChildProcess.start(main.getSimpleName(), directory.resolve("child.log"), Map.of(), line);
    }

    /** Starts a child, notes its id, and waits for ever; leaves a last will when it is stopped in good order. */
    static final class Parent {
        public static void main(String[] arguments) throws Exception {
            var child = ChildProcess.start(
                    "Grandchild",
                    Path.of(arguments[0] + ".log"),
                    Map.of(),
                    List.of("-cp", System.getProperty("java.class.path"), Waiting.class.getName()));
            if (arguments.length > 1) {
                Runtime.getRuntime().addShutdownHook(new Thread(() -> write(Path.of(arguments[1]), "done")));
            }
            var draft = Path.of(arguments[0] + ".draft");
            write(draft, String.valueOf(child.pid()));
            Files.move(draft, Path.of(arguments[0]));
            Thread.currentThread().join();
        }

        private static void write(Path file, String text) {
            try {
                Files.writeString(file, text);
            } catch (java.io.IOException unable) {
                throw new java.io.UncheckedIOException(unable);
            }
        }
    }

    /** Writes to a file for ever. */
    static final class Ticking {
        public static void main(String[] arguments) throws Exception {
            while (true) {
                Files.writeString(Path.of(arguments[0]), ".", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                Thread.sleep(5);
            }
        }
    }

    static final class Waiting {
        public static void main(String[] arguments) throws InterruptedException {
            Thread.currentThread().join();
        }
    }

    static final class Failing {
        public static void main(String[] arguments) {
            System.err.println("the disk is made of cheese");
            System.exit(7);
        }
    }
}
