package dev.seatkey.localstack.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
