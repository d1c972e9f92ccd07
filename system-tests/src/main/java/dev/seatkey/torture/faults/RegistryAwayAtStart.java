package dev.seatkey.torture.faults;

import dev.seatkey.schemas.Topics;
import dev.seatkey.torture.pace.Moment;
import java.time.Duration;

/**
 * An instance is killed and starts again while the registry is away: it must begin without knowing any schema.
 *
 * @param worker whose
 * @param number which of its instances
 * @param lasts how long the registry is away
 */
record RegistryAwayAtStart(String worker, int number, Duration lasts) implements Fault {
    @Override
    public String name() {
        return worker + "-" + number + " killed, the registry away while it starts";
    }

    @Override
    public String kind() {
        return worker + " killed, registry away";
    }

    @Override
    public int kills() {
        return 1;
    }

    @Override
    public boolean stopsLaunches() {
        return worker.equals(Topics.KEY_WORKER);
    }

    @Override
    public boolean strike(Victims victims) {
        var instance = victims.fleet().instance(worker, number);
        instance.awaitReady();
        victims.network().registry().refuse();
        instance.kill();
        victims.struck().run();
        instance.startAgain();
        Moment.pass(lasts);
        victims.network().registry().heal();
        return true;
    }
}
