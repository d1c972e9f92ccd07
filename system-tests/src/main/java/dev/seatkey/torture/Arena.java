package dev.seatkey.torture;

import dev.seatkey.localstack.clock.StackClock;
import dev.seatkey.localstack.components.ComponentPorts;
import dev.seatkey.localstack.components.Components;
import dev.seatkey.localstack.components.StartListener;
import dev.seatkey.localstack.stack.Surroundings;
import dev.seatkey.torture.faults.StoreProcess;
import dev.seatkey.torture.faults.Victims;
import dev.seatkey.torture.fleet.Fleet;
import dev.seatkey.torture.network.Network;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Everything that is attacked: the components, a network to them that can fail, and the workers. */
final class Arena implements AutoCloseable {
    private final Components components;
    private final StackClock clock;
    private final Network network;
    private final Fleet fleet;

    private Arena(Components components, StackClock clock, Network network, Fleet fleet) {
        this.components = components;
        this.clock = clock;
        this.network = network;
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
        var network = Network.to(Surroundings.of(components, clock));
        var fleet = Fleet.start(network.surroundings(), directory, scale.instances(), scale.broken());
        return new Arena(components, clock, network, fleet);
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
        return new Victims(components, fleet, network, storeProcess, struck);
    }

    /** Ends every fault, and waits until all instances take part. */
    void heal() {
        network.heal();
        fleet.heal();
    }

    /** The Message-IDs of all mails that were received, as often as they were. */
    List<String> mailsReceived() {
        return components.mail().received().stream().map(Arena::messageId).toList();
    }

    @Override
    public void close() {
        fleet.close();
        network.close();
        components.close();
    }

    private static String messageId(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
