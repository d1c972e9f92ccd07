package dev.seatkey.notifier.mails;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A store that dies before or after its n-th write. */
final class DyingMails implements Mails {
    private final Mails real;
    private final int fatalWrite;
    private final boolean before;
    private int writes;

    DyingMails(Mails real, int fatalWrite, boolean before) {
        this.real = real;
        this.fatalWrite = fatalWrite;
        this.before = before;
    }

    /** The process died here. */
    static final class Death extends Error {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public Set<UUID> existing(Collection<UUID> ids) {
        return real.existing(ids);
    }

    @Override
    public Map<UUID, Mail> find(Collection<UUID> ids) {
        return real.find(ids);
    }

    @Override
    public void add(List<Mail> queued) {
        real.add(queued);
    }

    @Override
    public boolean replace(Mail next) {
        writes++;
        dieIf(before);
        boolean replaced = real.replace(next);
        dieIf(!before);
        return replaced;
    }

    @Override
    public void write(List<Mail> next) {
        writes++;
        dieIf(before);
        real.write(next);
        dieIf(!before);
    }

    private void dieIf(boolean here) {
        if (here && writes == fatalWrite) {
            throw new Death();
        }
    }
}
