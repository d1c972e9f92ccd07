package dev.seatkey.torture.faults;

import dev.seatkey.schemas.Topics;
import dev.seatkey.torture.inside.CrashPoint;
import dev.seatkey.torture.pace.Moment;
import java.time.Duration;
import java.util.Optional;

/**
 * An instance is held up in the midst of a batch until its partitions have moved on, and comes back believing that they are still
 * its own.
 *
 * @param worker whose
 * @param number which of its instances
 * @param at where; where it doesn't come there soon, it is held up wherever it is
 * @param sleeps how long; more than a consumer's session
 */
record Zombie(String worker, int number, CrashPoint at, Duration sleeps) implements Fault {
    private static final Duration SOON = Duration.ofSeconds(8);

    @Override
    public String name() {
        return worker + "-" + number + " a zombie for " + sleeps.toSeconds() + " s at " + at;
    }

    @Override
    public String kind() {
        return worker + " a zombie";
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
    public Optional<CrashPoint> point() {
        return Optional.of(at);
    }

    @Override
    public boolean strike(Victims victims) {
        var instance = victims.fleet().instance(worker, number);
        instance.awaitReady();
        instance.holdUpAt(at);
        var reached = Moment.comes(SOON, instance::isTripped);
        if (!reached) {
            instance.disarm();
            instance.pause();
        }
        victims.struck().run();
        Moment.pass(sleeps);
        instance.resume();
        return reached;
    }
}
