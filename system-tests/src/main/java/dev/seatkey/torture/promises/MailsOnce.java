package dev.seatkey.torture.promises;

import dev.seatkey.contract.MailParked;
import dev.seatkey.contract.MailSent;
import dev.seatkey.contract.Registrant;
import dev.seatkey.contract.SaleApproved;
import dev.seatkey.contract.SaleDeclined;
import dev.seatkey.contract.SaleRejected;
import dev.seatkey.localstack.outside.Seen;
import dev.seatkey.schemas.Topics;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * N4: one mail for each event that the registrant must hear of, and no other; it is sent, with at most one more copy, under the
 * same Message-ID, and counted. Parked is only what the mail server will never take, or what may have gone out twice already.
 */
public final class MailsOnce implements Promise {
    private static final int MOST_COPIES = 2;
    private static final Pattern SAID_NEVER = Pattern.compile("5\\d\\d\\b");
    private static final Pattern LOST_TWICE = Pattern.compile("The mail server's answer was lost twice\\b");

    private final Supplier<List<String>> received;
    private final Map<String, Letter> causes = new HashMap<>();
    private final Map<UUID, Mail> mails = new HashMap<>();
    private final Tellings tellings = new Tellings(Topics.NOTIFIER);
    private final Breaches doubled = new Breaches();

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
        if (record.body() instanceof SaleApproved approved) {
            causedBy(record, approved.getSale().getSaleId(), approved.getSale().getRegistrant());
        } else if (record.body() instanceof SaleDeclined declined) {
            causedBy(record, declined.getSale().getSaleId(), declined.getSale().getRegistrant());
        } else if (record.body() instanceof SaleRejected rejected && rejected.getRegistrant() != null) {
            causedBy(record, rejected.getSaleId(), rejected.getRegistrant());
        } else if (record.body() instanceof MailSent sent) {
            var letter = new Letter(sent.getSaleId(), sent.getKind(), sent.getRecipientId());
            var mail = settled(record, sent.getMailId(), letter);
            mail.messageIds.add(sent.getMessageId());
            mail.copies = Math.max(mail.copies, sent.getCopies());
        } else if (record.body() instanceof MailParked parked) {
            var letter = new Letter(parked.getSaleId(), parked.getKind(), parked.getRecipientId());
            settled(record, parked.getMailId(), letter).parkedFor = parked.getReason();
        }
    }

    private void causedBy(Seen<?> event, String saleId, Registrant registrant) {
        causes.put(
                event.eventId(), new Letter(saleId, event.body().getClass().getSimpleName(), registrant.getUserId()));
    }

    private Mail settled(Seen<?> event, UUID mailId, Letter letter) {
        doubled.unless(tellings.isDue(event.eventId()), "mail %s: its end was told once too often", mailId);
        var cause = event.headers().getOrDefault("ce_causationid", "");
        var mail = mails.computeIfAbsent(mailId, unknown -> new Mail(cause, letter));
        mail.outcomes.add(event.eventId());
        return mail;
    }

    @Override
    public void replayed(String worker) {
        tellings.replayed(worker);
    }

    @Override
    public long outstanding() {
        var mailed = mailsByCause().keySet();
        return causes.keySet().stream().filter(each -> !mailed.contains(each)).count();
    }

    private Map<String, List<Mail>> mailsByCause() {
        return mails.values().stream().collect(Collectors.groupingBy(each -> each.cause));
    }

    @Override
    public List<String> broken() {
        var breaches = new Breaches();
        var mailed = mailsByCause();
        causes.forEach((cause, letter) -> {
            var count = mailed.getOrDefault(cause, List.of()).size();
            breaches.unless(count == 1, "%s of %s: has led to %d mails", letter.kind, letter.saleId, count);
        });
        var copies = new HashMap<String, Integer>();
        received.get().forEach(id -> copies.merge(id, 1, Integer::sum));
        mails.forEach((id, mail) -> {
            breaches.unless(
                    mail.letter.equals(causes.get(mail.cause)),
                    "mail %s: tells %s of %s to %s, which did not happen",
                    id,
                    mail.letter.kind,
                    mail.letter.saleId,
                    mail.letter.recipientId);
            breaches.unless(mail.outcomes.size() == 1, "mail %s has %d outcomes", id, mail.outcomes.size());
            if (mail.parkedFor == null) {
                judgeSent(id, mail, copies, breaches);
            } else {
                judgeParked(id, mail.parkedFor, copies, breaches);
            }
        });
        copies.forEach((messageId, there) ->
                breaches.unless(false, "mail %s was received %d times, and nobody told of it", messageId, there));
        breaches.addAll(doubled.list());
        return breaches.list();
    }

    private static void judgeSent(UUID id, Mail mail, Map<String, Integer> unaccounted, Breaches breaches) {
        breaches.unless(mail.messageIds.size() == 1, "mail %s has the Message-IDs %s", id, mail.messageIds);
        mail.messageIds.forEach(messageId -> {
            var there = Objects.requireNonNullElse(unaccounted.remove(messageId), 0);
            breaches.unless(
                    there >= 1 && there <= Math.min(mail.copies, MOST_COPIES),
                    "mail %s: %d copies were told of, %d were received",
                    messageId,
                    mail.copies,
                    there);
        });
    }

    /** Nobody tells the Message-ID of a parked mail; it contains the mail's id. */
    private static void judgeParked(UUID id, String reason, Map<String, Integer> unaccounted, Breaches breaches) {
        var lostTwice = LOST_TWICE.matcher(reason).lookingAt();
        breaches.unless(
                lostTwice || SAID_NEVER.matcher(reason).lookingAt(),
                "mail %s was parked for no reason: %s",
                id,
                reason);
        var ofThisMail = unaccounted.keySet().stream()
                .filter(each -> each.contains(id.toString()))
                .toList();
        var there = ofThisMail.stream().mapToInt(unaccounted::remove).sum();
        var most = lostTwice ? MOST_COPIES : MOST_COPIES - 1;
        breaches.unless(there <= most, "mail %s was parked, and received %d times: %s", id, there, reason);
    }

    /** What a mail says, and to whom. */
    private record Letter(String saleId, String kind, String recipientId) {}

    private static final class Mail {
        private final String cause;
        private final Letter letter;
        private final Set<String> outcomes = new HashSet<>(2);
        private final Set<String> messageIds = new HashSet<>(2);
        private int copies;
        private @Nullable String parkedFor;

        Mail(String cause, Letter letter) {
            this.cause = cause;
            this.letter = letter;
        }
    }
}
