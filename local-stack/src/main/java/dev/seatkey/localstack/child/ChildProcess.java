package dev.seatkey.localstack.child;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A Java process that this one started, with its log in a file, and that never outlives this one. */
public final class ChildProcess implements AutoCloseable {
    private static final Duration PAUSE_BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final Duration TIME_TO_STOP = Duration.ofSeconds(20);
    private static final int LAST_LINES = 15;

    private final String name;
    private final Path log;
    private final Process process;

    private ChildProcess(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
    }

    /**
     * Starts a Java process.
     *
     * @param name what to call it
     * @param log where its output goes; what stands there is kept
     * @param environment environment variables to add
     * @param arguments what comes after {@code java}
     */
    public static ChildProcess start(String name, Path log, Map<String, String> environment, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-javaagent:" + Built.lifeline());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(arguments);
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            return new ChildProcess(name, log, builder.start());
        } catch (IOException unable) {
            throw new UncheckedIOException(unable);
        }
    }

    /** Waits until a check says that the process is ready; fails when the process ends before, or takes too long. */
    public void awaitReady(Duration atMost, BooleanSupplier ready) {
        var deadline = System.nanoTime() + atMost.toNanos();
        while (!ready.getAsBoolean()) {
            if (!process.isAlive()) {
                throw new ChildFailedException(name + " stopped with exit code " + process.exitValue() + lastWords());
            }
            if (System.nanoTime() > deadline) {
                throw new ChildFailedException(
                        name + " was not ready after " + atMost.toSeconds() + " s" + lastWords());
            }
            waitALittle();
        }
    }

    /** The process's id. */
    public long pid() {
        return process.pid();
    }

    /** Whether the process runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** What the process ended with; empty while it runs. A process that was killed ended with 137. */
    public OptionalInt exitCode() {
        return process.isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
    }

    /** Holds the process up, as {@code kill -STOP} does: it keeps its connections and does nothing. */
    public void pause() {
        signal("STOP");
    }

    /** Lets a paused process go on. */
    public void resume() {
        signal("CONT");
    }

    /** Ends the process at once, as {@code kill -9} does, also one that is paused. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Asks the process to stop, waits for it, and ends it at once when it takes too long. A paused one goes on first. */
    @Override
    public void close() {
        process.destroy();
        resume();
        try {
            if (!process.waitFor(TIME_TO_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
            }
        } catch (InterruptedException asked) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    private void signal(String name) {
        if (!process.isAlive()) {
            return;
        }
        try {
            // The shell's own kill: the program of that name is not installed everywhere.
            new ProcessBuilder("sh", "-c", "kill -" + name + " " + process.pid())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException unable) {
            throw new UncheckedIOException(unable);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while signalling a child process", asked);
        }
    }

    private String lastWords() {
        try {
            var lines = Files.readAllLines(log);
            var last = lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
            return "; its log " + log + " ends:\n  " + String.join("\n  ", last);
        } catch (IOException unreadable) {
            return "; its log is " + log;
        }
    }

    private static void waitALittle() {
        try {
            Thread.sleep(PAUSE_BETWEEN_LOOKS.toMillis());
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while waiting for a child process", asked);
        }
    }
}
