package dev.seatkey.torture.faults;

import dev.seatkey.schemas.Topics;
import dev.seatkey.torture.inside.CrashPoint;
import dev.seatkey.torture.pace.Moment;
import java.time.Duration;

/**
 * An instance is held up in the midst of a batch until its partitions have moved on, and comes back believing that they are still
 * its own.
 *
 * @param worker whose
 * @param number which of its instances
 * @param point where; where it doesn't come there soon, it is held up wherever it is
 * @param sleeps how long; more than a consumer's session
 */
record Zombie(String worker, int number, CrashPoint point, Duration sleeps) implements Fault {
    private static final Duration SOON = Duration.ofSeconds(4);

    @Override
    public String name() {
        return worker + "-" + number + " a zombie for " + sleeps.toSeconds() + " s at " + point;
    }

    @Override
    public String kind() {
        return "a zombie";
    }

    @Override
    public int kills() {
        return 0;
    }

    @Override
    public boolean stopsLaunches() {
        return worker.equals(Topics.KEY_WORKER);
    }

    @Override
    public void strike(Victims victims) {
        var instance = victims.fleet().instance(worker, number);
        instance.awaitReady();
        instance.holdUpAt(point);
        if (!Moment.comes(SOON, instance::isTripped)) {
            instance.disarm();
            instance.pause();
        }
        victims.struck().run();
        Moment.pass(sleeps);
        instance.resume();
    }
}
