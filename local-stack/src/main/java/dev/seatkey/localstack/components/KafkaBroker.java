package dev.seatkey.localstack.components;

import dev.seatkey.localstack.child.Ports;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An Apache Kafka broker of one node or several, each in a process of its own. Its data outlives a kill and a restart, but not a
 * new start. Several nodes keep everything in as many copies, and one of three may be away.
 */
public final class KafkaBroker implements AutoCloseable {
    private final List<BrokerNode> nodes;

    private KafkaBroker(List<BrokerNode> nodes) {
        this.nodes = List.copyOf(nodes);
    }

    /**
     * Starts an empty broker of one node.
     *
     * @param port where clients connect
     * @param directory for its data, which is deleted first, and its log
     */
    public static KafkaBroker start(int port, Path directory) {
        return start(List.of(port), directory);
    }

    /**
     * Starts an empty broker.
     *
     * @param ports where clients connect: one for each node
     * @param directory for the nodes' data, which is deleted first, and their logs
     */
    public static KafkaBroker start(List<Integer> ports, Path directory) {
        Directories.empty(directory);
        var controllers = ports.stream().map(port -> Ports.free()).toList();
        var broker = new KafkaBroker(IntStream.rangeClosed(1, ports.size())
                .mapToObj(number -> BrokerNode.launch(
                        new NodeSettings(number, ports.get(number - 1), controllers),
                        directory.resolve("node-" + number)))
                .toList());
        try {
            broker.nodes.forEach(BrokerNode::awaitReady);
            return broker;
        } catch (RuntimeException failed) {
            broker.close();
            throw failed;
        }
    }

    /** What clients take as {@code bootstrap.servers}: every node. */
    public String bootstrapServers() {
        return nodes.stream().map(BrokerNode::address).collect(Collectors.joining(","));
    }

    /** How many nodes it has, and how many copies it keeps. */
    public int nodes() {
        return nodes.size();
    }

    /** The nodes' processes. */
    public List<Long> pids() {
        return nodes.stream().map(BrokerNode::pid).toList();
    }

    /** Ends all nodes at once, as {@code kill -9} does. */
    public void kill() {
        nodes.forEach(BrokerNode::kill);
    }

    /** Starts all nodes again on their ports with their data, after a kill or a close. */
    public void restart() {
        nodes.forEach(BrokerNode::relaunch);
        nodes.forEach(BrokerNode::awaitReady);
    }

    /**
     * Ends one node at once, as {@code kill -9} does.
     *
     * @param node its number, from 1
     */
    public void kill(int node) {
        nodes.get(node - 1).kill();
    }

    /**
     * Starts one node again on its port with its data, after a kill, and waits until it has caught up with the others.
     *
     * @param node its number, from 1
     */
    public void restart(int node) {
        nodes.get(node - 1).relaunch();
        nodes.get(node - 1).awaitReady();
    }

    @Override
    public void close() {
        nodes.parallelStream().forEach(BrokerNode::close);
    }
}
