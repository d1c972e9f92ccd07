package dev.seatkey.torture.faults;

import dev.seatkey.schemas.Topics;
import dev.seatkey.torture.inside.CrashPoint;
import dev.seatkey.torture.pace.Moment;
import java.time.Duration;
import java.util.Optional;

/**
 * One instance ends itself at a named point, as {@code kill -9} there would; where it doesn't come there soon, it is killed.
 *
 * @param worker whose
 * @param number which of its instances
 * @param at where
 */
record CrashAtPoint(String worker, int number, CrashPoint at) implements Fault {
    private static final Duration SOON = Duration.ofSeconds(8);

    @Override
    public String name() {
        return worker + "-" + number + " killed at " + at;
    }

    @Override
    public String kind() {
        return worker + " killed";
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
    public Optional<CrashPoint> point() {
        return Optional.of(at);
    }

    @Override
    public boolean strike(Victims victims) {
        var instance = victims.fleet().instance(worker, number);
        instance.awaitReady();
        instance.arm(at);
        var reached = Moment.comes(SOON, () -> !instance.isAlive());
        if (!reached) {
            instance.kill();
        }
        victims.struck().run();
        instance.startAgain();
        return reached;
    }
}
