package dev.seatkey.torture.network;

import com.mongodb.ConnectionString;
import dev.seatkey.localstack.child.Ports;
import dev.seatkey.localstack.stack.Surroundings;
import java.net.URI;

/** What lies between the workers and the store, the registry and the mail server. */
public final class Network implements AutoCloseable {
    private final Surroundings behind;
    private final Proxy store;
    private final Proxy registry;
    private final MailProxy mail;

    private Network(Surroundings behind, Proxy store, Proxy registry, MailProxy mail) {
        this.behind = behind;
        this.store = store;
        this.registry = registry;
        this.mail = mail;
    }

    /** A network that leads to all of them. */
    public static Network to(Surroundings behind) {
        return new Network(
                behind,
                proxyTo(storeOf(behind)),
                proxyTo(registryOf(behind)),
                MailProxy.to(behind.mailHost(), behind.mailPort()));
    }

    /** Where the workers find what is behind it. */
    public Surroundings surroundings() {
        return new Surroundings(
                behind.broker(),
                behind.registry().replace(registryOf(behind), at(registry.port())),
                behind.store().replace(storeOf(behind), at(store.port())),
                behind.databasePrefix(),
                Ports.HOST,
                mail.port(),
                behind.clock());
    }

    /** The way to the store. */
    public Proxy store() {
        return store;
    }

    /** The way to the schema registry. */
    public Proxy registry() {
        return registry;
    }

    /** The way to the mail server. */
    public MailProxy mail() {
        return mail;
    }

    /** Ends every fault. */
    public void heal() {
        store.heal();
        registry.heal();
        mail.heal();
    }

    @Override
    public void close() {
        mail.close();
        registry.close();
        store.close();
    }

    private static String storeOf(Surroundings surroundings) {
        return new ConnectionString(surroundings.store()).getHosts().get(0);
    }

    private static String registryOf(Surroundings surroundings) {
        return URI.create(surroundings.registry()).getAuthority();
    }

    private static Proxy proxyTo(String address) {
        var colon = address.lastIndexOf(':');
        return Proxy.to(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
    }

    private static String at(int port) {
        return Ports.HOST + ":" + port;
    }
}
