package dev.seatkey.torture.faults;

import dev.seatkey.schemas.Topics;
import dev.seatkey.torture.pace.Moment;
import java.time.Duration;

/**
 * An instance is killed and starts again while the registry is away: it must begin without knowing any schema.
 *
 * @param worker whose
 * @param number which of its instances
 * @param lasts how long the registry stays away once the process runs again
 */
record RegistryAwayAtStart(String worker, int number, Duration lasts) implements Fault {
    private static final Duration TIME_TO_START = Duration.ofSeconds(40);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

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
        var runs = Moment.comes(TIME_TO_START, BETWEEN_LOOKS, instance::isLive);
        Moment.pass(lasts);
        victims.network().registry().heal();
        return runs;
    }
}
