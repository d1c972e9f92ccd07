package dev.seatkey.localstack.components;

import dev.seatkey.localstack.broker.BrokerLauncher;
import dev.seatkey.localstack.child.Built;
import dev.seatkey.localstack.child.ChildProcess;
import dev.seatkey.localstack.child.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.common.Node;

/** One node of the broker, broker and controller in one, in a process of its own. */
final class BrokerNode implements AutoCloseable {
    private static final Duration TIME_TO_START = Duration.ofSeconds(60);
    private static final String CONFIGURATION = "server.properties";

    private final NodeSettings settings;
    private final Path directory;
    private volatile ChildProcess process;

    private BrokerNode(NodeSettings settings, Path directory) {
        this.settings = settings;
        this.directory = directory;
        this.process = launch();
    }

    /** Starts a node, without waiting for it. */
    static BrokerNode launch(NodeSettings settings, Path directory) {
        configure(settings, directory);
        return new BrokerNode(settings, directory);
    }

    String address() {
        return Ports.HOST + ":" + settings.port();
    }

    long pid() {
        return process.pid();
    }

    void kill() {
        process.kill();
    }

    /** Starts it again, without waiting for it. */
    void relaunch() {
        process.close();
        process = launch();
    }

    /** Waits until it answers, is one of the broker's nodes, and has every copy that it should have. */
    void awaitReady() {
        process.awaitReady(TIME_TO_START, this::listens);
        process.awaitReady(TIME_TO_START, this::takesPart);
    }

    @Override
    public void close() {
        process.close();
    }

    private ChildProcess launch() {
        return ChildProcess.start(
                "The broker",
                directory.resolve("broker.log"),
                Map.of(),
                List.of(
                        "-Xmx384m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dlogback.configurationFile=child-logback.xml",
                        "-cp",
                        Built.classPath(),
                        BrokerLauncher.class.getName(),
                        directory.resolve(CONFIGURATION).toString()));
    }

    private boolean listens() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(Ports.HOST, settings.port()));
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private boolean takesPart() {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, address()))) {
            return admin.describeCluster().nodes().get().stream().anyMatch(this::isThis) && hasAllCopies(admin);
        } catch (ExecutionException notYet) {
            return false;
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean hasAllCopies(Admin admin) throws ExecutionException, InterruptedException {
        var topics = admin.listTopics(new ListTopicsOptions().listInternal(true))
                .names()
                .get();
        return admin.describeTopics(topics).allTopicNames().get().values().stream()
                .flatMap(topic -> topic.partitions().stream())
                .filter(partition -> partition.replicas().stream().anyMatch(this::isThis))
                .allMatch(partition -> partition.isr().stream().anyMatch(this::isThis));
    }

    private boolean isThis(Node node) {
        return node.id() == settings.number();
    }

    private static void configure(NodeSettings settings, Path directory) {
        var properties = new Properties();
        properties.putAll(settings.toProperties(directory.resolve("data")));
        try {
            Files.createDirectories(directory);
            try (var file = Files.newOutputStream(directory.resolve(CONFIGURATION))) {
                properties.store(file, null);
            }
        } catch (IOException unable) {
            throw new UncheckedIOException(unable);
        }
    }
}
