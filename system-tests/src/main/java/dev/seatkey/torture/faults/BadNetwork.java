package dev.seatkey.torture.faults;

import dev.seatkey.torture.network.Proxy;
import dev.seatkey.torture.pace.Moment;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The network to a server goes wrong, and is healed.
 *
 * @param name what happens to whom
 * @param stopsLaunches whether launches need the server
 * @param network the network to the server
 * @param trouble what goes wrong
 * @param lasts for how long
 */
record BadNetwork(
        String name, boolean stopsLaunches, Function<Victims, Proxy> network, Consumer<Proxy> trouble, Duration lasts)
        implements Fault {
    @Override
    public String kind() {
        return "bad network to the store";
    }

    @Override
    public int kills() {
        return 0;
    }

    @Override
    public void strike(Victims victims) {
        var proxy = network.apply(victims);
        trouble.accept(proxy);
        victims.struck().run();
        Moment.pass(lasts);
        proxy.heal();
    }
}
