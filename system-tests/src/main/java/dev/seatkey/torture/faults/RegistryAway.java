package dev.seatkey.torture.faults;

import dev.seatkey.torture.pace.Moment;
import java.time.Duration;

/**
 * The registry cannot be reached for a while. Whoever knows the schemas goes on; who meets a new one waits.
 *
 * @param lasts for how long
 */
record RegistryAway(Duration lasts) implements Fault {
    @Override
    public String name() {
        return "registry away for " + lasts.toSeconds() + " s";
    }

    @Override
    public String kind() {
        return "registry away";
    }

    @Override
    public int kills() {
        return 0;
    }

    @Override
    public boolean stopsLaunches() {
        return false;
    }

    @Override
    public boolean strike(Victims victims) {
        victims.network().registry().refuse();
        victims.struck().run();
        Moment.pass(lasts);
        victims.network().registry().heal();
        return true;
    }
}
