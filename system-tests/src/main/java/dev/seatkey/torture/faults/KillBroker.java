package dev.seatkey.torture.faults;

import dev.seatkey.torture.pace.Moment;
import java.time.Duration;

/**
 * {@code kill -9} of the broker, and its restart.
 *
 * @param away how long it is away
 */
record KillBroker(Duration away) implements Fault {
    @Override
    public String name() {
        return "broker killed, back after " + away.toSeconds() + " s";
    }

    @Override
    public String kind() {
        return "broker killed";
    }

    @Override
    public int kills() {
        return 1;
    }

    @Override
    public boolean stopsLaunches() {
        return true;
    }

    @Override
    public boolean strike(Victims victims) {
        victims.components().broker().kill();
        victims.struck().run();
        Moment.pass(away);
        victims.components().broker().restart();
        return true;
    }
}
