package dev.seatkey.bench.starts;

import dev.seatkey.bench.arena.Arena;
import dev.seatkey.bench.opponents.empty.EmptyApplication;
import dev.seatkey.localstack.child.Built;
import dev.seatkey.localstack.child.ChildProcess;
import dev.seatkey.localstack.child.Ports;
import dev.seatkey.localstack.stack.Worker;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An application that does nothing, with the libraries of a worker but none of our own, started as the workers are: unpacked, with
 * an archive of its classes.
 */
final class EmptyWorker {
    private static final Duration TIME_TO_START = Duration.ofSeconds(120);
    private static final List<String> JVM_OPTIONS =
            List.of("-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final int OK = 200;

    private final String classPath;
    private final Path archive;
    private final Arena arena;
    private final String name;

    private EmptyWorker(String name, String classPath, Path archive, Arena arena) {
        this.name = name;
        this.classPath = classPath;
        this.archive = archive;
        this.arena = arena;
    }

    /** Makes its archive. */
    static EmptyWorker like(String worker, Arena arena) {
        var libraries = Built.worker(worker).resolveSibling("lib");
        try (var jars = Files.list(libraries)) {
            var foreign = jars.filter(jar -> !isOurs(jar)).sorted().map(Path::toString);
            var classPath = Stream.concat(Stream.of(ownClasses().toString()), foreign)
                    .collect(Collectors.joining(File.pathSeparator));
            var empty = new EmptyWorker(worker, classPath, arena.file("empty-" + worker + ".jsa"), arena);
            empty.archiveClasses();
            return empty;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Started start() {
        var port = Ports.free();
        var arguments = new ArrayList<String>(JVM_OPTIONS);
        arguments.addAll(Worker.COMPILE_LATER);
        arguments.add("-XX:SharedArchiveFile=" + archive);
        arguments.addAll(application(port));
        return new Started(
                ChildProcess.start("empty", arena.file("empty-" + name + ".log"), Map.of(), arguments), port);
    }

    private void archiveClasses() {
        var arguments = new ArrayList<String>(JVM_OPTIONS);
        arguments.addAll(List.of("-XX:ArchiveClassesAtExit=" + archive, "-Dspring.context.exit=onRefresh"));
        arguments.addAll(application(Ports.free()));
        try (var process = ChildProcess.start("archive", arena.file("archive-" + name + ".log"), Map.of(), arguments)) {
            var giveUp = System.nanoTime() + TIME_TO_START.toNanos();
            while (process.isAlive() && System.nanoTime() < giveUp) {
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            }
        }
    }

    private List<String> application(int port) {
        return List.of(
                "-cp",
                classPath,
                EmptyApplication.class.getName(),
                "--spring.main.banner-mode=off",
                "--spring.jmx.enabled=false",
                "--spring.kafka.bootstrap-servers=" + arena.surroundings().broker(),
                "--spring.mongodb.uri=" + arena.surroundings().store(),
                "--spring.mail.host=" + arena.surroundings().mailHost(),
                "--management.health.mail.enabled=false",
                "--management.health.mongodb.enabled=false",
                "--management.endpoint.health.probes.enabled=true",
                "--management.endpoints.web.exposure.include=health,info,prometheus",
                "--server.tomcat.threads.max=8",
                "--server.port=" + port,
                "--server.address=" + Ports.HOST);
    }

    private static boolean isOurs(Path jar) {
        var name = jar.getFileName().toString();
        return Stream.of("messaging", "organizations", "schemas", "confluent-client")
                .anyMatch(ours -> name.startsWith(ours + "-0"));
    }

    private static Path ownClasses() {
        return Built.single(Built.checkout().resolve("bench").resolve("target"), "bench-*-empty.jar");
    }

    /** Its process. */
    static final class Started implements AutoCloseable {
        private final ChildProcess process;
        private final int port;
        private final HttpClient http = HttpClient.newHttpClient();

        Started(ChildProcess process, int port) {
            this.process = process;
            this.port = port;
        }

        void awaitReady() {
            process.awaitReady(TIME_TO_START, this::isReady);
        }

        private boolean isReady() {
            var request = HttpRequest.newBuilder(
                            URI.create("http://" + Ports.HOST + ":" + port + "/actuator/health/readiness"))
                    .timeout(Duration.ofSeconds(2))
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

        @Override
        public void close() {
            process.close();
        }
    }
}
