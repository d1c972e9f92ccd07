package dev.seatkey.localstack.up;

import dev.seatkey.localstack.components.ComponentPorts;
import dev.seatkey.localstack.stack.StackPorts;
import java.util.LinkedHashMap;
import java.util.List;
import picocli.CommandLine.Option;

/** What the stack consists of and where it listens. */
final class StackOptions {
    @Option(names = "--kafka-port", defaultValue = "9092", description = "Kafka; ${DEFAULT-VALUE} if not given.")
    private int kafka;

    @Option(
            names = "--registry-port",
            defaultValue = "8081",
            description = "Schema registry; ${DEFAULT-VALUE} if not given.")
    private int registry;

    @Option(
            names = "--mongo-port",
            defaultValue = "27017",
            description = "Embedded document store; ${DEFAULT-VALUE} if not given.")
    private int mongo;

    @Option(names = "--smtp-port", defaultValue = "3025", description = "Sending mail; ${DEFAULT-VALUE} if not given.")
    private int smtp;

    @Option(names = "--imap-port", defaultValue = "3143", description = "Reading mail; ${DEFAULT-VALUE} if not given.")
    private int imap;

    @Option(names = "--pop3-port", defaultValue = "3110", description = "Reading mail; ${DEFAULT-VALUE} if not given.")
    private int pop3;

    @Option(
            names = "--worker-port",
            defaultValue = "8101",
            description = "HTTP of the first worker, the others follow; ${DEFAULT-VALUE} if not given.")
    private int firstWorker;

    @Option(names = "--components-only", description = "Starts no workers: for running them from elsewhere.")
    private boolean componentsOnly;

    StackPorts chosen() {
        var components = new ComponentPorts(List.of(kafka), registry, mongo, smtp, imap, pop3);
        var workers = new LinkedHashMap<String, Integer>();
        if (!componentsOnly) {
            StackPorts.WORKERS.forEach(name -> workers.put(name, firstWorker + workers.size()));
        }
        return new StackPorts(components, workers);
    }
}
