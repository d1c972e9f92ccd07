package dev.seatkey.notifier.mails;

import dev.seatkey.messaging.Cause;
import dev.seatkey.messaging.due.Slices;
import dev.seatkey.notifier.letters.Letter;
import dev.seatkey.notifier.letters.Recipient;
import java.time.Instant;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** A mail in the store. Public, since the driver reads records by reflection. */
public record MailDocument(
        @BsonId String mailId,
        String kind,
        String saleId,
        Recipient recipient,
        Cause cause,
        @Nullable Letter letter,
        MailState state,
        int attempts,
        int copies,
        @Nullable Cause handledBy,
        @Nullable Answer answer,
        @Nullable String lastTrouble,
        @Nullable Instant dueAt,
        int slice,
        int revision) {

    static MailDocument of(Mail mail) {
        String id = mail.mailId().toString();
        return new MailDocument(
                id,
                mail.kind(),
                mail.saleId(),
                mail.recipient(),
                mail.cause(),
                mail.letter(),
                mail.state(),
                mail.attempts(),
                mail.copies(),
                mail.handledBy(),
                mail.answer(),
                mail.lastTrouble(),
                mail.dueAt(),
                Slices.of(id),
                mail.revision());
    }

    Mail mail() {
        return new Mail(
                UUID.fromString(mailId),
                kind,
                saleId,
                recipient,
                cause,
                letter,
                state,
                attempts,
                copies,
                handledBy,
                answer,
                lastTrouble,
                dueAt,
                revision);
    }
}
