package dev.seatkey.notifier.mails;

import dev.seatkey.contract.WorkDue;
import dev.seatkey.messaging.BatchHandler;
import dev.seatkey.messaging.BrokenRecord;
import dev.seatkey.messaging.Decision;
import dev.seatkey.messaging.Message;
import dev.seatkey.notifier.mails.SettleMails.Settled;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in that mails are due, and posts them. Posting is part of reading: what the mail server says is a fact that the decision
 * stands on, and a second run finds it in the store.
 */
final class MailDueListener implements BatchHandler<MailDue, Map<UUID, Mail>, List<Mail>> {
    private static final Logger log = LoggerFactory.getLogger(MailDueListener.class);

    private final Mails mails;
    private final PostMails postMails;
    private final SettleMails settleMails;
    private final MailEventPublisher publisher;

    MailDueListener(Mails mails, PostMails postMails, SettleMails settleMails, MailEventPublisher publisher) {
        this.mails = mails;
        this.postMails = postMails;
        this.settleMails = settleMails;
        this.publisher = publisher;
    }

    @Override
    public MailDue translate(Message message) {
        WorkDue due = (WorkDue) message.body();
        if (!due.getWork().equals(MongoMails.SEND_MAIL)) {
            throw new BrokenRecord("asks for work that this service does not know: " + due.getWork());
        }
        try {
            return new MailDue(UUID.fromString(due.getSubjectId()), message.cause());
        } catch (IllegalArgumentException e) {
            throw new BrokenRecord("names no mail: " + due.getSubjectId(), e);
        }
    }

    @Override
    public Map<UUID, Mail> read(List<MailDue> messages) {
        return postMails.post(messages);
    }

    @Override
    public Decision<List<Mail>> decide(List<MailDue> messages, Map<UUID, Mail> posted) {
        Settled settled = settleMails.decide(messages, posted);
        return new Decision<>(settled.changed(), publisher.publications(settled.told()));
    }

    @Override
    public void write(List<Mail> changed) {
        mails.write(changed);
        changed.stream().filter(mail -> mail.state() == MailState.PARKED).forEach(MailDueListener::logParked);
    }

    private static void logParked(Mail mail) {
        log.warn(
                "Mail {} ({} about sale {}) is given up after {} attempts: {}. It stays parked until somebody looks at it",
                mail.mailId(),
                mail.kind(),
                mail.saleId(),
                mail.attempts(),
                mail.lastTrouble());
    }
}
