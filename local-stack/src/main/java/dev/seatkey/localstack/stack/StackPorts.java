package dev.seatkey.localstack.stack;

import dev.seatkey.localstack.child.Ports;
import dev.seatkey.localstack.components.ComponentPorts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where everything listens.
 *
 * @param components the components' ports
 * @param workers the HTTP ports of the workers to start, by name
 */
public record StackPorts(ComponentPorts components, Map<String, Integer> workers) {
    /** The four workers, in the order in which a sale passes them. */
    public static final List<String> WORKERS = List.of("sale-intake", "approval-worker", "key-worker", "notifier");

    /** Ports that are free now, with a broker of one node. */
    public static StackPorts free() {
        return free(1);
    }

    /**
     * Ports that are free now.
     *
     * @param nodes of the broker
     */
    public static StackPorts free(int nodes) {
        return new StackPorts(
                ComponentPorts.free(nodes),
                WORKERS.stream().collect(Collectors.toMap(name -> name, name -> Ports.free())));
    }

    /** Says for each port that is in use what it was wanted for; nothing when all are free. */
    public List<String> taken() {
        var wanted = new LinkedHashMap<Integer, String>();
        components.brokers().forEach(port -> wanted.put(port, "the broker (--kafka-port)"));
        wanted.put(components.registry(), "the schema registry (--registry-port)");
        wanted.put(components.store(), "the document store (--mongo-port)");
        wanted.put(components.smtp(), "mail, SMTP (--smtp-port)");
        wanted.put(components.imap(), "mail, IMAP (--imap-port)");
        wanted.put(components.pop3(), "mail, POP3 (--pop3-port)");
        workers.forEach((name, port) -> wanted.put(port, name + " (--worker-port)"));
        return wanted.entrySet().stream()
                .filter(each -> !Ports.isFree(each.getKey()))
                .map(each -> "Port " + each.getKey() + " is in use; it is needed for " + each.getValue() + ".")
                .toList();
    }
}
