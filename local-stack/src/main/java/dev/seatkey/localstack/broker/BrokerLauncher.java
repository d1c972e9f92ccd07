package dev.seatkey.localstack.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/** Starts one Apache Kafka node, broker and controller in one, from a properties file; formats its storage at the first start. */
public final class BrokerLauncher {
    private static final String CLUSTER = new Uuid(0, 1).toString();

    private BrokerLauncher() {}

    /** Takes the path of the properties file. */
    public static void main(String[] arguments) throws IOException {
        format(arguments[0]);
        var properties = new Properties();
        try (var file = Files.newInputStream(Path.of(arguments[0]))) {
            properties.load(file);
        }
        var node = new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(node::shutdown, "stop-broker"));
        node.startup();
        node.awaitShutdown();
    }

    private static void format(String configuration) {
        var answer = StorageTool.execute(
                new String[] {"format", "--config", configuration, "--cluster-id", CLUSTER, "--ignore-formatted"},
                System.err);
        if (answer != 0) {
            throw new IllegalStateException("The broker's storage could not be formatted, see above");
        }
    }
}
