package dev.seatkey.notifier.mails;

import dev.seatkey.messaging.Cause;
import dev.seatkey.messaging.NameBasedId;
import dev.seatkey.notifier.letters.Letter;
import dev.seatkey.notifier.letters.Recipient;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail to one recipient about one cause (N4), and what it has gone through.
 *
 * @param kind what it says, such as SaleApproved
 * @param cause the event that it tells of
 * @param letter what it says; no longer kept when it is sent
 * @param attempts how often it was tried
 * @param copies how many copies the mail server has, or may have where its answer was lost
 * @param handledBy the due record that was last at work on it
 * @param answer what the mail server said to the attempt that is under way
 * @param lastTrouble why it was not sent yet
 * @param dueAt when to go on with it; absent when there is nothing left to do
 * @param revision counts the changes of the stored document; 0 where there is none
 */
record Mail(
        UUID mailId,
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
        int revision) {
    private static final int MOST_COPIES = 2;
    private static final String LOST_TWICE = "The mail server's answer was lost twice";

    /** The id of the mail that tells this recipient of this cause: the same however often it is asked for. */
    static UUID idOf(Cause cause, Recipient recipient) {
        return NameBasedId.of("Mail", cause.id(), recipient.organizationId(), recipient.userId());
    }

    /** A mail that is to be sent at once. */
    static Mail queued(String kind, String saleId, Recipient recipient, Cause cause, Letter letter) {
        UUID id = idOf(cause, recipient);
        Instant now = cause.at();
        return new Mail(id, kind, saleId, recipient, cause, letter, MailState.QUEUED, 0, 0, null, null, null, now, 0);
    }

    boolean isSettledBy(Cause due) {
        return state != MailState.SENDING && due.isSameRecord(handledBy);
    }

    /** Whether this due record is to have it sent: it waits and is due, or an attempt was made of which nobody knows the end. */
    boolean isToBeSent(Cause due) {
        if (state == MailState.SENDING) {
            return answer == null && copies < MOST_COPIES;
        }
        return dueAt != null && !dueAt.isAfter(due.at());
    }

    /** Whether two copies may have gone out already, and nobody knows of either. */
    private boolean isLostTwice() {
        return state == MailState.SENDING && answer == null && copies >= MOST_COPIES;
    }

    /** About to be handed to the mail server. */
    Mail claimedBy(Cause due) {
        return changed(MailState.SENDING, attempts + 1, copies + 1, due, null, lastTrouble, dueAt);
    }

    /** Not handed over, and nothing of that stored, since there is no mail server to hand it to. */
    Mail notPosted(Cause due, Answer away) {
        return new Mail(
                mailId,
                kind,
                saleId,
                recipient,
                cause,
                letter,
                MailState.SENDING,
                attempts + 1,
                copies + 1,
                due,
                away,
                lastTrouble,
                dueAt,
                revision);
    }

    Mail answered(Answer said) {
        return changed(state, attempts, copies, handledBy, said, lastTrouble, dueAt);
    }

    /** What follows from the answer; this mail itself where there is none. */
    Mail settledBy(Cause due, Patience patience) {
        if (isLostTwice()) {
            return parked(due, copies, LOST_TWICE);
        }
        if (answer == null) {
            return this;
        }
        return switch (answer.kind()) {
            case ACCEPTED -> sent(due);
            case REFUSED_FOR_GOOD -> parked(due, copies - 1, answer.text());
            case REFUSED_FOR_NOW -> triedAgain(due, copies - 1, answer.text(), patience);
            case NOT_REACHED -> triedAgain(due, copies - 1, answer.text(), patience);
            case LOST ->
                copies < MOST_COPIES
                        ? triedAgain(due, copies, answer.text(), patience)
                        : parked(due, copies, LOST_TWICE + ": " + answer.text());
        };
    }

    private Mail sent(Cause due) {
        return new Mail(
                mailId,
                kind,
                saleId,
                recipient,
                cause,
                null,
                MailState.SENT,
                attempts,
                copies,
                due,
                null,
                null,
                null,
                revision + 1);
    }

    private Mail parked(Cause due, int copiesLeft, String why) {
        return changed(MailState.PARKED, attempts, copiesLeft, due, null, why, null);
    }

    private Mail triedAgain(Cause due, int copiesLeft, String why, Patience patience) {
        return patience.nextAttempt(attempts, due.at(), cause.at())
                .map(next -> changed(MailState.RETRY, attempts, copiesLeft, due, null, why, next))
                .orElseGet(() -> parked(due, copiesLeft, why));
    }

    private Mail changed(
            MailState next,
            int attemptsMade,
            int copiesOut,
            @Nullable Cause by,
            @Nullable Answer said,
            @Nullable String trouble,
            @Nullable Instant due) {
        return new Mail(
                mailId,
                kind,
                saleId,
                recipient,
                cause,
                letter,
                next,
                attemptsMade,
                copiesOut,
                by,
                said,
                trouble,
                due,
                revision + 1);
    }
}
