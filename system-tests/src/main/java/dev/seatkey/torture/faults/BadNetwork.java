package dev.seatkey.torture.faults;

import dev.seatkey.torture.network.Proxy;
import dev.seatkey.torture.pace.Moment;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * The network to the store goes wrong, and is healed.
 *
 * @param name what happens to it
 * @param stopsLaunches whether launches wait for its end
 * @param trouble what goes wrong
 * @param lasts for how long
 */
record BadNetwork(String name, boolean stopsLaunches, Consumer<Proxy> trouble, Duration lasts) implements Fault {
    @Override
    public String kind() {
        return "bad network to the store";
    }

    @Override
    public int kills() {
        return 0;
    }

    @Override
    public boolean strike(Victims victims) {
        var proxy = victims.network().store();
        trouble.accept(proxy);
        victims.struck().run();
        Moment.pass(lasts);
        proxy.heal();
        return true;
    }
}
