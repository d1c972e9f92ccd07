package dev.seatkey.localstack.stack;

import dev.seatkey.localstack.child.Built;
import dev.seatkey.localstack.child.ChildProcess;
import dev.seatkey.localstack.child.Ports;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One of the four workers, started from its jar in a process of its own. */
public final class Worker implements AutoCloseable {
    private static final Duration TIME_TO_START = Duration.ofSeconds(120);
    private static final Duration TIME_TO_ANSWER = Duration.ofSeconds(2);
    private static final int OK = 200;

    /**
     * Twice as many calls as by default until a method is compiled: most of what a start calls is never called again. Three times
     * as many until the second compiler has it: what is called once for a batch is not worth its work.
     */
    public static final List<String> COMPILE_LATER = List.of(
            "-XX:Tier3InvocationThreshold=400",
            "-XX:Tier3MinInvocationThreshold=200",
            "-XX:Tier3CompileThreshold=3000",
            "-XX:Tier4InvocationThreshold=15000",
            "-XX:Tier4MinInvocationThreshold=1800",
            "-XX:Tier4CompileThreshold=45000",
            "-XX:Tier4BackEdgeThreshold=120000");

    private static final List<String> JVM_OPTIONS = List.of(
            "-Xmx56m",
            "-Xmn20m",
            "-XX:+UseSerialGC",
            // Else what two batches hold has no room to survive in, and the old generation is soon full of it: by
            // default a tenth of what is young is kept for that, and filled by half.
            "-XX:SurvivorRatio=3",
            "-XX:TargetSurvivorRatio=95",
            // All of the old generation is made use of; else up to a twentieth of it is left as gaps.
            "-XX:MarkSweepDeadRatio=0",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            // The archive of classes is used where it lies in the file, and not copied to another address.
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:ArchiveRelocationMode=0",
            // Else each thread that has read a large answer from a broker keeps as much memory outside of the heap.
            "-Djdk.nio.maxCachedBufferSize=65536",
            // What compilers needed for a moment is given back.
            "-XX:TrimNativeHeapInterval=5000");

    /**
     * Else the C library keeps memory for each of a few dozen threads, which none of them fills, and what compilers give back stays
     * between other things.
     */
    private static final Map<String, String> ENVIRONMENT =
            Map.of("MALLOC_ARENA_MAX", "1", "MALLOC_MMAP_THRESHOLD_", "30000");

    private final String name;
    private final int port;
    private final Path log;
    private final List<String> settings;
    private final Extras extras;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIME_TO_ANSWER).build();
    private volatile ChildProcess process;

    private Worker(String name, int port, Path log, List<String> settings, Extras extras) {
        this.name = name;
        this.port = port;
        this.log = log;
        this.settings = List.copyOf(settings);
        this.extras = extras;
        this.process = launch();
    }

    /**
     * Starts a worker, without waiting for it.
     *
     * @param name its module
     * @param port for HTTP
     * @param log where its output goes
     * @param settings Spring properties
     * @param extras what its process gets besides
     */
    public static Worker launch(String name, int port, Path log, Map<String, String> settings, Extras extras) {
        var arguments = new ArrayList<String>();
        settings.forEach((key, value) -> arguments.add("--" + key + "=" + value));
        arguments.add("--server.port=" + port);
        arguments.add("--server.address=" + Ports.HOST);
        return new Worker(name, port, log, arguments, extras);
    }

    /** Its module's name. */
    public String name() {
        return name;
    }

    /** Where its HTTP interface is. */
    public String url() {
        return "http://" + Ports.HOST + ":" + port;
    }

    /** Where it says how it is. */
    public String healthUrl() {
        return url() + "/actuator/health";
    }

    /** Its output. */
    public Path log() {
        return log;
    }

    /** Its process's id. */
    public long pid() {
        return process.pid();
    }

    /** Whether its process runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** What its process ended with, 137 after a kill; empty while it runs. */
    public OptionalInt exitCode() {
        return process.exitCode();
    }

    /** Waits until it says that it is ready. */
    public void awaitReady() {
        process.awaitReady(TIME_TO_START, this::isReady);
    }

    /** Ends it at once, as {@code kill -9} does, also while it is paused. */
    public void kill() {
        process.kill();
    }

    /** Holds it up, as {@code kill -STOP} does: to all others it is there and says nothing. */
    public void pause() {
        process.pause();
    }

    /** Lets it go on after a pause. */
    public void resume() {
        process.resume();
    }

    /** Starts it again, after a kill or a close, and waits until it is ready. */
    public void restart() {
        relaunch();
        awaitReady();
    }

    /** Starts it again, without waiting for it; one that still runs is stopped in good order first. */
    public void relaunch() {
        process.close();
        process = launch();
    }

    @Override
    public void close() {
        process.close();
    }

    private ChildProcess launch() {
        var jar = Built.worker(name);
        var classPath = Stream.concat(Stream.of(jar), extras.jars().stream())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        var arguments = new ArrayList<>(JVM_OPTIONS);
        arguments.addAll(COMPILE_LATER);
        arguments.add("-XX:SharedArchiveFile=" + jar.resolveSibling("classes.jsa"));
        arguments.addAll(extras.jvmOptions());
        arguments.addAll(List.of("-cp", classPath, Built.mainClassOf(jar)));
        arguments.addAll(settings);
        return ChildProcess.start(name, log, ENVIRONMENT, arguments);
    }

    /** Whether its process answers, be it ready or not. */
    public boolean isLive() {
        return isOk("/liveness");
    }

    private boolean isReady() {
        return isOk("/readiness");
    }

    private boolean isOk(String probe) {
        var request = HttpRequest.newBuilder(URI.create(healthUrl() + probe))
                .timeout(TIME_TO_ANSWER)
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * What a worker's process gets besides its jar and settings.
     *
     * @param jars are in its class path, after its own
     * @param jvmOptions come after those that it always has
     */
    public record Extras(List<Path> jars, List<String> jvmOptions) {
        /** Nothing. */
        public static final Extras NONE = new Extras(List.of(), List.of());

        public Extras {
            jars = List.copyOf(jars);
            jvmOptions = List.copyOf(jvmOptions);
        }
    }
}
