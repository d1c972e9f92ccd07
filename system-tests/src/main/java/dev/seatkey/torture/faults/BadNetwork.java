package dev.seatkey.torture.faults;

import dev.seatkey.torture.network.Network;
import dev.seatkey.torture.network.Proxy;
import dev.seatkey.torture.pace.Moment;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The network to a server goes wrong, and is healed.
 *
 * @param name what happens to it
 * @param to the server
 * @param stopsLaunches whether launches wait for its end
 * @param trouble what goes wrong
 * @param lasts for how long
 */
record BadNetwork(
        String name, Function<Network, Proxy> to, boolean stopsLaunches, Consumer<Proxy> trouble, Duration lasts)
        implements Fault {
    static BadNetwork toStore(String name, Consumer<Proxy> trouble, Duration lasts) {
        return new BadNetwork(name, Network::store, true, trouble, lasts);
    }

    @Override
    public String kind() {
        return "bad network";
    }

    @Override
    public int kills() {
        return 0;
    }

    @Override
    public boolean strike(Victims victims) {
        var proxy = to.apply(victims.network());
        trouble.accept(proxy);
        victims.struck().run();
        Moment.pass(lasts);
        proxy.heal();
        return true;
    }
}
