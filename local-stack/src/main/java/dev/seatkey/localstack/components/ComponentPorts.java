package dev.seatkey.localstack.components;

import dev.seatkey.localstack.child.Ports;

/**
 * Where the components listen.
 *
 * @param broker for Kafka clients
 * @param registry for HTTP
 * @param store for MongoDB clients, where the store is embedded
 * @param smtp for sending mail
 * @param imap for reading mail
 * @param pop3 for reading mail
 */
public record ComponentPorts(int broker, int registry, int store, int smtp, int imap, int pop3) {
    /** Ports that are free now. */
    public static ComponentPorts free() {
        return new ComponentPorts(Ports.free(), Ports.free(), Ports.free(), Ports.free(), Ports.free(), Ports.free());
    }
}
