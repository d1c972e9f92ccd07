package dev.seatkey.torture.faults;

import dev.seatkey.torture.pace.Moment;
import java.time.Duration;

/**
 * {@code kill -9} of the store, and its restart. A store that lives in this process, and would lose everything, is only made
 * unreachable.
 *
 * @param away how long it is away
 * @param canBeKilled whether it has a process of its own
 */
record KillStore(Duration away, boolean canBeKilled) implements Fault {
    @Override
    public String name() {
        return (canBeKilled ? "store killed" : "store unreachable") + ", back after " + away.toSeconds() + " s";
    }

    @Override
    public String kind() {
        return canBeKilled ? "store killed" : "store unreachable";
    }

    @Override
    public int kills() {
        return canBeKilled ? 1 : 0;
    }

    @Override
    public boolean stopsLaunches() {
        return true;
    }

    @Override
    public boolean strike(Victims victims) {
        victims.storeProcess()
                .ifPresentOrElse(StoreProcess::killed, victims.network().store()::refuse);
        victims.struck().run();
        Moment.pass(away);
        victims.storeProcess()
                .ifPresentOrElse(StoreProcess::started, victims.network().store()::heal);
        return true;
    }
}
