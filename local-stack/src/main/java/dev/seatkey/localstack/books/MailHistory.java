package dev.seatkey.localstack.books;

import dev.seatkey.contract.MailParked;
import dev.seatkey.contract.MailSent;
import dev.seatkey.contract.Registrant;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All that the topics tell of one mail; filled while they are read. */
final class MailHistory {
    /** What gave rise to it; null where only its sending is told. */
    @Nullable
    Origin origin;

    /** What became of it last; null while it waits. */
    @Nullable
    Settled settled;

    /**
     * Which mail: one a cause and recipient (N4).
     *
     * @param causeId id of the event that it tells of
     */
    record Id(String causeId, String userId) {
        @Override
        public String toString() {
            return "to " + userId + " about event " + causeId;
        }
    }

    /** Why it was written, and for whom. */
    record Origin(String kind, String saleId, Registrant recipient) {}

    /**
     * What became of it.
     *
     * @param copies how many were sent; 0 where it was parked
     * @param attempts how often it was tried; 0 where it was sent
     * @param trouble why it was parked, if it was
     */
    record Settled(
            UUID mailId,
            String kind,
            String saleId,
            String state,
            Instant at,
            int copies,
            int attempts,
            @Nullable String trouble) {
        static Settled sent(MailSent event) {
            return new Settled(
                    event.getMailId(),
                    event.getKind(),
                    event.getSaleId(),
                    "SENT",
                    event.getSentAt(),
                    event.getCopies(),
                    0,
                    null);
        }

        static Settled parked(MailParked event) {
            return new Settled(
                    event.getMailId(),
                    event.getKind(),
                    event.getSaleId(),
                    "PARKED",
                    event.getParkedAt(),
                    0,
                    event.getAttempts(),
                    event.getReason());
        }
    }
}
