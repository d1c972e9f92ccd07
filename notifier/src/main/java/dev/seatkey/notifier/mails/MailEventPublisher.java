package dev.seatkey.notifier.mails;

import dev.seatkey.contract.MailParked;
import dev.seatkey.contract.MailSent;
import dev.seatkey.messaging.NameBasedId;
import dev.seatkey.messaging.Publication;
import dev.seatkey.schemas.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** Turns what became of mails into events of the contracts. */
final class MailEventPublisher {
    private final Sender sender;

    MailEventPublisher(Sender sender) {
        this.sender = sender;
    }

    List<Publication> publications(List<Mail> settled) {
        return settled.stream().flatMap(this::publication).toList();
    }

    private Stream<Publication> publication(Mail mail) {
        return switch (mail.state()) {
            case SENT -> Stream.of(sent(mail));
            case PARKED -> Stream.of(parked(mail));
            default -> Stream.empty();
        };
    }

    private Publication sent(Mail mail) {
        MailSent body = new MailSent(
                mail.mailId(),
                mail.saleId(),
                mail.kind(),
                mail.recipient().userId(),
                sender.messageId(mail.mailId()),
                mail.copies(),
                settledAt(mail));
        return publication(mail, "MailSent", body);
    }

    private Publication parked(Mail mail) {
        MailParked body = new MailParked(
                mail.mailId(),
                mail.saleId(),
                mail.kind(),
                mail.recipient().userId(),
                Objects.requireNonNullElse(mail.lastTrouble(), ""),
                mail.attempts(),
                settledAt(mail));
        return publication(mail, "MailParked", body);
    }

    private static Publication publication(Mail mail, String type, SpecificRecord body) {
        return new Publication(
                Topics.MAIL_EVENTS,
                mail.saleId(),
                NameBasedId.of(type, mail.mailId().toString()),
                body,
                mail.cause(),
                settledAt(mail));
    }

    private static Instant settledAt(Mail mail) {
        return Objects.requireNonNull(mail.handledBy()).at();
    }
}
