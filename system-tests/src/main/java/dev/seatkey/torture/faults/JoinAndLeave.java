package dev.seatkey.torture.faults;

import dev.seatkey.schemas.Topics;
import dev.seatkey.torture.pace.Moment;
import java.time.Duration;

/**
 * One more instance joins and leaves again, so that partitions go to and fro.
 *
 * @param worker whose
 * @param stays how long it stays
 */
record JoinAndLeave(String worker, Duration stays) implements Fault {
    @Override
    public String name() {
        return "one more " + worker + " joined and left";
    }

    @Override
    public String kind() {
        return worker + " joins and leaves";
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
    public boolean strike(Victims victims) {
        try (var guest = victims.fleet().oneMore(worker)) {
            guest.awaitReady();
            Moment.pass(stays);
            victims.struck().run();
        }
        return true;
    }
}
