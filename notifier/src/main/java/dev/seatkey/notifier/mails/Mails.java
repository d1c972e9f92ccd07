package dev.seatkey.notifier.mails;

import dev.seatkey.messaging.LostRace;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The mails that are to go out, and those that did. */
interface Mails {

    /** Those of these ids that there are mails for. One round trip. */
    Set<UUID> existing(Collection<UUID> ids);

    /** The mails with these ids. One round trip. */
    Map<UUID, Mail> find(Collection<UUID> ids);

    /**
     * Stores new mails.
     *
     * @throws LostRace if there is one of them already
     */
    void add(List<Mail> queued);

    /** Stores a mail's next revision, and says whether it was still in the one before. */
    boolean replace(Mail next);

    /**
     * Stores the next revisions of mails.
     *
     * @throws LostRace if one was changed meanwhile
     */
    void write(List<Mail> next);
}
