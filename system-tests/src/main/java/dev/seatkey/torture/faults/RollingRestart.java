package dev.seatkey.torture.faults;

import dev.seatkey.schemas.Topics;

/**
 * All instances of a worker are stopped in good order and started again, one after the other, as for a new release.
 *
 * @param worker whose
 */
record RollingRestart(String worker) implements Fault {
    @Override
    public String name() {
        return worker + " restarted, one instance after the other";
    }

    @Override
    public String kind() {
        return worker + " rolling restart";
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
        victims.fleet().of(worker).forEach(instance -> {
            instance.awaitReady();
            victims.struck().run();
            instance.stop();
            instance.startAgain();
            instance.awaitReady();
        });
        return true;
    }
}
