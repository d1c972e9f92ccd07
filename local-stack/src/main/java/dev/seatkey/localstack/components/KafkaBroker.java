package dev.seatkey.localstack.components;

import static java.util.Map.entry;

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

/** An Apache Kafka broker of one node in a process of its own. Its data outlives a kill and a restart, but not a new start. */
public final class KafkaBroker implements AutoCloseable {
    private static final Duration TIME_TO_START = Duration.ofSeconds(60);
    private static final String CONFIGURATION = "server.properties";

    private final int port;
    private final Path directory;
    private ChildProcess process;

    private KafkaBroker(int port, Path directory, ChildProcess process) {
        this.port = port;
        this.directory = directory;
        this.process = process;
    }

    /**
     * Starts an empty broker.
     *
     * @param port where clients connect
     * @param directory for its data, which is deleted first, and its log
     */
    public static KafkaBroker start(int port, Path directory) {
        Directories.empty(directory);
        configure(port, Ports.free(), directory);
        var broker = new KafkaBroker(port, directory, launch(directory));
        broker.awaitReady();
        return broker;
    }

    /** What clients take as {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return Ports.HOST + ":" + port;
    }

    /** Ends the broker at once, as {@code kill -9} does. */
    public void kill() {
        process.kill();
    }

    /** Starts the broker again on its port with its data, after a kill or a close. */
    public void restart() {
        process.close();
        process = launch(directory);
        awaitReady();
    }

    @Override
    public void close() {
        process.close();
    }

    private static ChildProcess launch(Path directory) {
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

    private void awaitReady() {
        process.awaitReady(TIME_TO_START, this::listens);
        process.awaitReady(TIME_TO_START, this::answers);
    }

    private boolean listens() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(Ports.HOST, port));
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private boolean answers() {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()))) {
            return !admin.describeCluster().nodes().get().isEmpty();
        } catch (ExecutionException notYet) {
            return false;
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void configure(int port, int controllerPort, Path directory) {
        var settings = Map.ofEntries(
                entry("process.roles", "broker,controller"),
                entry("node.id", "1"),
                entry("controller.quorum.voters", "1@" + Ports.HOST + ":" + controllerPort),
                entry("controller.listener.names", "CONTROLLER"),
                entry(
                        "listeners",
                        "PLAINTEXT://" + Ports.HOST + ":" + port + ",CONTROLLER://" + Ports.HOST + ":"
                                + controllerPort),
                entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                entry("log.dirs", directory.resolve("data").toString()),
                // Topics are made by deployment, before anything uses them.
                entry("auto.create.topics.enable", "false"),
                // One node: it keeps all copies there are.
                entry("default.replication.factor", "1"),
                entry("offsets.topic.replication.factor", "1"),
                entry("offsets.topic.num.partitions", "4"),
                entry("transaction.state.log.replication.factor", "1"),
                entry("transaction.state.log.min.isr", "1"),
                entry("transaction.state.log.num.partitions", "4"),
                entry("share.coordinator.state.topic.replication.factor", "1"),
                entry("share.coordinator.state.topic.min.isr", "1"),
                // Groups and transactions without the pauses that pay off only in large clusters.
                entry("group.initial.rebalance.delay.ms", "0"),
                entry("add.partitions.to.txn.retry.backoff.ms", "1"),
                // Back soon after a kill.
                entry("broker.session.timeout.ms", "1500"),
                entry("broker.heartbeat.interval.ms", "300"),
                // The clock of the local stack can be moved far ahead: records from the future are welcome, offsets
                // stay.
                entry("log.message.timestamp.after.max.ms", String.valueOf(Long.MAX_VALUE)),
                entry("offsets.retention.minutes", "5256000"));
        var properties = new Properties();
        properties.putAll(settings);
        try (var file = Files.newOutputStream(directory.resolve(CONFIGURATION))) {
            properties.store(file, null);
        } catch (IOException unable) {
            throw new UncheckedIOException(unable);
        }
    }
}
