package dev.seatkey.localstack.components;

import static java.util.Map.entry;

import dev.seatkey.localstack.child.Ports;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What one node of the broker is told.
 *
 * @param number the node's, from 1
 * @param port where clients and other nodes find it
 * @param controllers where the controllers of all nodes listen, in their order
 */
record NodeSettings(int number, int port, List<Integer> controllers) {
    NodeSettings {
        controllers = List.copyOf(controllers);
    }

    Map<String, String> toProperties(Path data) {
        var copies = String.valueOf(controllers.size());
        var copiesInSync = String.valueOf(Math.max(1, controllers.size() - 1));
        return Map.ofEntries(
                entry("process.roles", "broker,controller"),
                entry("node.id", String.valueOf(number)),
                entry("controller.quorum.voters", voters()),
                entry("controller.listener.names", "CONTROLLER"),
                entry("listeners", "PLAINTEXT://" + at(port) + ",CONTROLLER://" + at(controllers.get(number - 1))),
                entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                entry("log.dirs", data.toString()),
                // Topics are made by deployment, before anything uses them.
                entry("auto.create.topics.enable", "false"),
                entry("default.replication.factor", copies),
                entry("min.insync.replicas", copiesInSync),
                entry("offsets.topic.replication.factor", copies),
                entry("offsets.topic.num.partitions", "4"),
                entry("transaction.state.log.replication.factor", copies),
                entry("transaction.state.log.min.isr", copiesInSync),
                entry("transaction.state.log.num.partitions", "4"),
                entry("share.coordinator.state.topic.replication.factor", copies),
                entry("share.coordinator.state.topic.min.isr", copiesInSync),
                // Groups and transactions without the pauses that pay off only in large clusters.
                entry("group.initial.rebalance.delay.ms", "0"),
                entry("add.partitions.to.txn.retry.backoff.ms", "1"),
                // What a killed worker left open ends one second after its time, not ten.
                entry("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000"),
                // Back soon after a kill, but not before what it led has been read again: a second turn at loading the
                // groups, while the first is still under way, confuses the coordinator
                // (docs/decisions/0010-timeouts.md).
                entry("broker.session.timeout.ms", "4000"),
                entry("broker.heartbeat.interval.ms", "500"),
                // The clock of the local stack can be moved far ahead: records from the future are welcome, offsets
                // stay.
                entry("log.message.timestamp.after.max.ms", String.valueOf(Long.MAX_VALUE)),
                entry("offsets.retention.minutes", "5256000"));
    }

    private String voters() {
        return IntStream.rangeClosed(1, controllers.size())
                .mapToObj(each -> each + "@" + at(controllers.get(each - 1)))
                .collect(Collectors.joining(","));
    }

    private static String at(int port) {
        return Ports.HOST + ":" + port;
    }
}
