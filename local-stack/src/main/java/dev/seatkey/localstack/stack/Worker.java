package dev.seatkey.localstack.stack;

import dev.seatkey.localstack.child.Built;
import dev.seatkey.localstack.child.ChildProcess;
import dev.seatkey.localstack.child.Ports;
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

/** One of the four workers, started from its jar in a process of its own. */
public final class Worker implements AutoCloseable {
    private static final Duration TIME_TO_START = Duration.ofSeconds(120);
    private static final Duration TIME_TO_ANSWER = Duration.ofSeconds(2);
    private static final int OK = 200;

    private final String name;
    private final int port;
    private final Path log;
    private final List<String> settings;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIME_TO_ANSWER).build();
    private ChildProcess process;

    private Worker(String name, int port, Path log, List<String> settings) {
        this.name = name;
        this.port = port;
        this.log = log;
        this.settings = List.copyOf(settings);
        this.process = launch();
    }

    /**
     * Starts a worker, without waiting for it.
     *
     * @param name its module
     * @param port for HTTP
     * @param log where its output goes
     * @param settings Spring properties
     */
    static Worker launch(String name, int port, Path log, Map<String, String> settings) {
        var arguments = new ArrayList<String>();
        settings.forEach((key, value) -> arguments.add("--" + key + "=" + value));
        arguments.add("--server.port=" + port);
        arguments.add("--server.address=" + Ports.HOST);
        return new Worker(name, port, log, arguments);
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

    /** Waits until it says that it is ready. */
    public void awaitReady() {
        process.awaitReady(TIME_TO_START, this::isReady);
    }

    /** Ends it at once, as {@code kill -9} does. */
    public void kill() {
        process.kill();
    }

    /** Starts it again, after a kill or a close, and waits until it is ready. */
    public void restart() {
        process.close();
        process = launch();
        awaitReady();
    }

    @Override
    public void close() {
        process.close();
    }

    private ChildProcess launch() {
        var arguments = new ArrayList<>(List.of(
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-jar",
                Built.worker(name).toString()));
        arguments.addAll(settings);
        return ChildProcess.start(name, log, Map.of(), arguments);
    }

    private boolean isReady() {
        var request = HttpRequest.newBuilder(URI.create(healthUrl() + "/readiness"))
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
}
