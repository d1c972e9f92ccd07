package dev.seatkey.torture.faults;

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
        return "rolling restart";
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
    public void strike(Victims victims) {
        victims.fleet().of(worker).forEach(instance -> {
            instance.awaitReady();
            instance.stop();
            instance.startAgain();
            instance.awaitReady();
        });
    }
}
