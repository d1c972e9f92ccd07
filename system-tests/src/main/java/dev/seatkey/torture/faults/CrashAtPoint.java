package dev.seatkey.torture.faults;

import dev.seatkey.schemas.Topics;
import dev.seatkey.torture.inside.CrashPoint;
import dev.seatkey.torture.pace.Moment;
import java.time.Duration;

/**
 * One instance ends itself at a named point, as {@code kill -9} there would; where it doesn't come there soon, it is killed.
 *
 * @param worker whose
 * @param number which of its instances
 * @param point where
 */
record CrashAtPoint(String worker, int number, CrashPoint point) implements Fault {
    private static final Duration SOON = Duration.ofSeconds(4);

    @Override
    public String name() {
        return worker + "-" + number + " killed at " + point;
    }

    @Override
    public String kind() {
        return "a worker killed";
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
    public void strike(Victims victims) {
        var instance = victims.fleet().instance(worker, number);
        instance.awaitReady();
        instance.arm(point);
        if (!Moment.comes(SOON, () -> !instance.isAlive())) {
            instance.kill();
        }
        victims.struck().run();
        instance.startAgain();
    }
}
