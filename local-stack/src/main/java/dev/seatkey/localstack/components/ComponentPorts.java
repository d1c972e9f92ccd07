package dev.seatkey.localstack.components;

import dev.seatkey.localstack.child.Ports;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the components listen.
 *
 * @param brokers for Kafka clients: one for each node of the broker
 * @param registry for HTTP
 * @param store for MongoDB clients, where the store is embedded
 * @param smtp for sending mail
 * @param imap for reading mail
 * @param pop3 for reading mail
 */
public record ComponentPorts(List<Integer> brokers, int registry, int store, int smtp, int imap, int pop3) {
    public ComponentPorts {
        brokers = List.copyOf(brokers);
    }

    /** Ports that are free now, with a broker of one node. */
    public static ComponentPorts free() {
        return free(1);
    }

    /**
     * Ports that are free now.
     *
     * @param nodes of the broker
     */
    public static ComponentPorts free(int nodes) {
        var brokers = Stream.generate(Ports::free).limit(nodes).toList();
        return new ComponentPorts(brokers, Ports.free(), Ports.free(), Ports.free(), Ports.free(), Ports.free());
    }
}
