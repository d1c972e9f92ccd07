package dev.seatkey.torture.faults;

import dev.seatkey.schemas.Topics;
import dev.seatkey.torture.pace.Moment;
import java.time.Duration;

/**
 * {@code kill -9} of one instance, at whatever moment.
 *
 * @param worker whose
 * @param number which of its instances
 * @param after how long after the load's begin
 */
record KillWorker(String worker, int number, Duration after) implements Fault {
    @Override
    public String name() {
        return worker + "-" + number + " killed";
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
    public boolean strike(Victims victims) {
        var instance = victims.fleet().instance(worker, number);
        instance.awaitReady();
        Moment.pass(after);
        instance.kill();
        victims.struck().run();
        instance.startAgain();
        return true;
    }
}
