package dev.seatkey.torture.faults;

import dev.seatkey.torture.network.MailProxy;
import dev.seatkey.torture.pace.Moment;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * The mail server answers badly, for a while.
 *
 * @param name what it does
 * @param trouble makes it do so
 * @param lasts for how long
 */
record BadMailServer(String name, Consumer<MailProxy> trouble, Duration lasts) implements Fault {
    @Override
    public String kind() {
        return "bad mail server";
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
    public boolean strike(Victims victims) {
        trouble.accept(victims.network().mail());
        victims.struck().run();
        Moment.pass(lasts);
        victims.network().mail().heal();
        return true;
    }
}
