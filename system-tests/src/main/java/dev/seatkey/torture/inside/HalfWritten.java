package dev.seatkey.torture.inside;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.event.CommandSucceededEvent;
import java.util.Set;

/** Passes {@link CrashPoint#WRITING} when one batch is about to write a second time. A batch is written on one thread. */
final class HalfWritten implements CommandListener {
    private static final Set<String> WRITES = Set.of("insert", "update", "delete", "findAndModify", "bulkWrite");

    private final Trigger trigger;
    private final ThreadLocal<Boolean> hasWritten = ThreadLocal.withInitial(() -> false);

    HalfWritten(Trigger trigger) {
        this.trigger = trigger;
    }

    /** A batch begins on this thread. */
    void begin() {
        hasWritten.set(false);
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        if (hasWritten.get() && WRITES.contains(event.getCommandName())) {
            trigger.passed(CrashPoint.WRITING);
        }
    }

    @Override
    public void commandSucceeded(CommandSucceededEvent event) {
        if (WRITES.contains(event.getCommandName())) {
            hasWritten.set(true);
        }
    }
}
