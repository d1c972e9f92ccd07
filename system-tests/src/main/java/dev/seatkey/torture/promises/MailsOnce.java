package dev.seatkey.torture.promises;

import dev.seatkey.contract.MailParked;
import dev.seatkey.contract.MailSent;
import dev.seatkey.contract.SaleApproved;
import dev.seatkey.contract.SaleDeclined;
import dev.seatkey.contract.SaleRejected;
import dev.seatkey.localstack.outside.Seen;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * N4: one mail for each event that the registrant must hear of, sent or parked; at most one more copy, under the same Message-ID,
 * and counted.
 */
public final class MailsOnce implements Promise {
    private static final int MOST_COPIES = 2;

    private final Supplier<List<String>> received;
    private final Set<String> causes = new HashSet<>();
    private final Map<UUID, Mail> mails = new HashMap<>();

    /** @param received the Message-IDs of all mails that the mail server has received, as often as it has */
    public MailsOnce(Supplier<List<String>> received) {
        this.received = received;
    }

    @Override
    public String name() {
        return "mails-once";
    }

    @Override
    public String text() {
        return "One mail for each cause, at most one more copy under the same Message-ID, which is counted (N4)";
    }

    @Override
    public void saw(Seen<?> record) {
        if (record.body() instanceof SaleApproved
                || record.body() instanceof SaleDeclined
                || record.body() instanceof SaleRejected rejected && rejected.getRegistrant() != null) {
            causes.add(record.eventId());
        } else if (record.body() instanceof MailSent sent) {
            var mail = of(sent.getMailId());
            mail.outcomes.add(record.eventId());
            mail.messageIds.add(sent.getMessageId());
            mail.copies = Math.max(mail.copies, sent.getCopies());
        } else if (record.body() instanceof MailParked parked) {
            var mail = of(parked.getMailId());
            mail.outcomes.add(record.eventId());
            mail.parked = true;
        }
    }

    @Override
    public long outstanding() {
        return Math.max(0, causes.size() - mails.size());
    }

    @Override
    public List<String> broken() {
        var breaches = new Breaches();
        breaches.unless(mails.size() == causes.size(), "%d causes have led to %d mails", causes.size(), mails.size());
        var copies = new HashMap<String, Integer>();
        received.get().forEach(id -> copies.merge(id, 1, Integer::sum));
        mails.forEach((id, mail) -> {
            breaches.unless(mail.outcomes.size() == 1, "mail %s has %d outcomes", id, mail.outcomes.size());
            breaches.unless(
                    mail.parked || mail.messageIds.size() == 1, "mail %s has the Message-IDs %s", id, mail.messageIds);
            mail.messageIds.forEach(messageId -> {
                var there = copies.getOrDefault(messageId, 0);
                breaches.unless(
                        there >= 1 && there <= mail.copies,
                        "mail %s: %d copies were told of, %d were received",
                        messageId,
                        mail.copies,
                        there);
            });
        });
        copies.forEach((messageId, there) ->
                breaches.unless(there <= MOST_COPIES, "mail %s was received %d times", messageId, there));
        var sent = mails.values().stream().filter(each -> !each.parked).count();
        var parked = mails.size() - sent;
        breaches.unless(
                copies.size() <= sent + parked,
                "%d different mails were received, and only %d causes had one",
                copies.size(),
                sent + parked);
        return breaches.list();
    }

    private Mail of(UUID id) {
        return mails.computeIfAbsent(id, unknown -> new Mail());
    }

    private static final class Mail {
        private final Set<String> outcomes = new HashSet<>(2);
        private final Set<String> messageIds = new HashSet<>(2);
        private int copies;
        private boolean parked;
    }
}
