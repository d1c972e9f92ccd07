package dev.seatkey.notifier.mails;

import dev.seatkey.messaging.Cause;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Says what becomes of mails after their attempts: sent, to be tried again after a growing pause, or parked (N4). A second run
 * finds what the first one settled, and tells it again.
 */
final class SettleMails {
    private final Patience patience;

    SettleMails(Patience patience) {
        this.patience = patience;
    }

    Settled decide(List<MailDue> messages, Map<UUID, Mail> posted) {
        Map<UUID, Mail> now = new HashMap<>(posted);
        List<Mail> changed = new ArrayList<>();
        List<Mail> told = new ArrayList<>();
        for (MailDue due : messages) {
            Mail mail = now.get(due.mailId());
            if (mail != null) {
                Mail next = next(mail, due.cause());
                if (next.revision() != mail.revision()) {
                    now.put(due.mailId(), next);
                    changed.add(next);
                }
                if (next.isSettledBy(due.cause())) {
                    told.add(next);
                }
            }
        }
        return new Settled(changed, told);
    }

    private Mail next(Mail mail, Cause due) {
        return mail.isSettledBy(due) ? mail : mail.settledBy(due, patience);
    }

    /**
     * What became of a batch.
     *
     * @param changed the mails to store
     * @param told the mails that these messages settled, now or in an earlier run
     */
    record Settled(List<Mail> changed, List<Mail> told) {
        Settled {
            changed = List.copyOf(changed);
            told = List.copyOf(told);
        }
    }
}
