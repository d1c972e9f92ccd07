package dev.seatkey.torture;

import com.mongodb.ConnectionString;
import dev.seatkey.localstack.child.Ports;
import dev.seatkey.localstack.clock.StackClock;
import dev.seatkey.localstack.components.ComponentPorts;
import dev.seatkey.localstack.components.Components;
import dev.seatkey.localstack.components.StartListener;
import dev.seatkey.localstack.stack.Surroundings;
import dev.seatkey.torture.faults.StoreProcess;
import dev.seatkey.torture.faults.Victims;
import dev.seatkey.torture.fleet.Fleet;
import dev.seatkey.torture.network.MailProxy;
import dev.seatkey.torture.network.Proxy;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Everything that is attacked: the components, a network to each of them that can fail, and the workers. */
final class Arena implements AutoCloseable {
    private final Components components;
    private final StackClock clock;
    private final Proxy store;
    private final Proxy registry;
    private final MailProxy mail;
    private final Fleet fleet;

    private Arena(Components components, StackClock clock, Proxy store, Proxy registry, MailProxy mail, Fleet fleet) {
        this.components = components;
        this.clock = clock;
        this.store = store;
        this.registry = registry;
        this.mail = mail;
        this.fleet = fleet;
    }

    /**
     * Starts everything and waits until it is ready.
     *
     * @param directory for data, which is deleted first, logs and the clock
     * @param listener hears what is ready
     */
    static Arena open(Scale scale, Path directory, StartListener listener) {
        Logs.removeFrom(directory);
        var components = Components.start(ComponentPorts.free(), directory, listener);
        var clock = StackClock.startedIn(directory.resolve("clock"));
        var direct = Surroundings.of(components, clock);
        var store = to(hostOf(direct.store()));
        var registry = to(URI.create(direct.registry()).getAuthority());
        var mail = MailProxy.to(direct.mailHost(), direct.mailPort());
        var surroundings = new Surroundings(
                direct.broker(),
                direct.registry().replace(URI.create(direct.registry()).getAuthority(), at(registry.port())),
                direct.store().replace(hostOf(direct.store()), at(store.port())),
                direct.databasePrefix(),
                Ports.HOST,
                mail.port(),
                direct.clock());
        var fleet = Fleet.start(surroundings, directory, scale.instances(), scale.broken());
        return new Arena(components, clock, store, registry, mail, fleet);
    }

    Components components() {
        return components;
    }

    StackClock clock() {
        return clock;
    }

    Fleet fleet() {
        return fleet;
    }

    /** Where those stand who are not attacked themselves. */
    Surroundings direct() {
        return Surroundings.of(components, clock);
    }

    Victims victims(Optional<StoreProcess> storeProcess, Runnable struck) {
        return new Victims(components, fleet, store, registry, mail, storeProcess, struck);
    }

    /** Ends every fault, and waits until all instances take part. */
    void heal() {
        store.heal();
        registry.heal();
        mail.heal();
        fleet.heal();
    }

    /** The Message-IDs of all mails that were received, as often as they were. */
    List<String> mailsReceived() {
        return components.mail().received().stream().map(Arena::messageId).toList();
    }

    @Override
    public void close() {
        fleet.close();
        mail.close();
        registry.close();
        store.close();
        components.close();
    }

    private static Proxy to(String authority) {
        var colon = authority.lastIndexOf(':');
        return Proxy.to(authority.substring(0, colon), Integer.parseInt(authority.substring(colon + 1)));
    }

    private static String at(int port) {
        return Ports.HOST + ":" + port;
    }

    private static String hostOf(String uri) {
        return new ConnectionString(uri).getHosts().get(0);
    }

    private static String messageId(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
