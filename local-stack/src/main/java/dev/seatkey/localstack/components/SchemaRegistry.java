package dev.seatkey.localstack.components;

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
import java.util.List;
import java.util.Map;

/** An Apicurio schema registry in a process of its own, with Confluent's API. It keeps its schemas in memory. */
public final class SchemaRegistry implements AutoCloseable {
    private static final Duration TIME_TO_START = Duration.ofSeconds(60);
    private static final int OK = 200;

    private final int port;
    private final ChildProcess process;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private SchemaRegistry(int port, ChildProcess process) {
        this.port = port;
        this.process = process;
    }

    /**
     * Starts an empty registry.
     *
     * @param port where it is reached
     * @param directory for its log
     */
    public static SchemaRegistry start(int port, Path directory) {
        Directories.empty(directory);
        var registry = new SchemaRegistry(port, launch(port, directory));
        registry.process.awaitReady(TIME_TO_START, registry::answers);
        return registry;
    }

    /** What serializers take as {@code schema.registry.url}. */
    public String url() {
        return "http://" + Ports.HOST + ":" + port + "/apis/ccompat/v7";
    }

    @Override
    public void close() {
        process.close();
    }

    private static ChildProcess launch(int port, Path directory) {
        return ChildProcess.start(
                "The schema registry",
                directory.resolve("registry.log"),
                Map.of(),
                List.of(
                        "-Xmx192m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dquarkus.http.host=" + Ports.HOST,
                        "-Dquarkus.http.port=" + port,
                        "-jar",
                        Built.registry().toString()));
    }

    private boolean answers() {
        try {
            var request =
                    HttpRequest.newBuilder(URI.create(url() + "/subjects")).build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
