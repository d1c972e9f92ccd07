package dev.seatkey.notifier.mails;

import dev.seatkey.messaging.Cause;
import dev.seatkey.notifier.mails.Answer.Kind;
import dev.seatkey.notifier.mails.Mailbox.Visit;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands mails that are due to the mail server, and stores for each, before and after, what was done. So a crash leaves one
 * mail of which nobody knows whether it went out, not a batch of them (N4).
 *
 * <p>A mail that is found to be under way has lost its answer in a crash: it is handed over once more. Where that answer is lost
 * too, it is left for {@link SettleMails} to park.
 */
final class PostMails {
    private static final Logger log = LoggerFactory.getLogger(PostMails.class);

    /**
     * So short that a batch is done in time also where the mail server is slow: else another instance takes a mail that is
     * under way for one that was lost in a crash. What is left then is found by the next sweep.
     */
    static final Duration LONGEST_VISIT = Duration.ofSeconds(20);

    private final Mails mails;
    private final Mailbox mailbox;

    PostMails(Mails mails, Mailbox mailbox) {
        this.mails = mails;
        this.mailbox = mailbox;
    }

    /** The mails as they are now, with the answers of the mail server; without those that somebody else took over meanwhile. */
    Map<UUID, Mail> post(List<MailDue> due) {
        Map<UUID, Mail> found =
                mails.find(due.stream().map(MailDue::mailId).distinct().toList());
        try (Visit visit = mailbox.visit()) {
            new Round(new HashMap<>(found), visit).over(due, found);
        }
        return found;
    }

    /** One visit to the mailbox, until all is posted, the mail server is away or time is up. */
    private final class Round {
        private final Map<UUID, Mail> waiting;
        private final Visit visit;
        private final long began = System.nanoTime();
        private @Nullable Answer away;

        Round(Map<UUID, Mail> waiting, Visit visit) {
            this.waiting = waiting;
            this.visit = visit;
        }

        void over(List<MailDue> due, Map<UUID, Mail> now) {
            for (MailDue each : due) {
                Mail mail = waiting.get(each.mailId());
                if (mail != null && !mail.isSettledBy(each.cause()) && mail.isToBeSent(each.cause()) && isTimeLeft()) {
                    waiting.remove(each.mailId());
                    Mail posted = away == null ? post(mail, each.cause()) : mail.notPosted(each.cause(), away);
                    now.compute(each.mailId(), (id, old) -> posted);
                }
            }
        }

        private @Nullable Mail post(Mail mail, Cause due) {
            Mail claimed = mail.claimedBy(due);
            if (!mails.replace(claimed)) {
                return null;
            }
            Answer answer = visit.post(claimed);
            if (answer.kind() == Kind.NOT_REACHED) {
                away = answer;
                log.warn("The mail server is away ({}); mails wait and are tried again", answer.text());
            }
            Mail answered = claimed.answered(answer);
            return mails.replace(answered) ? answered : null;
        }

        private boolean isTimeLeft() {
            return System.nanoTime() - began < LONGEST_VISIT.toNanos();
        }
    }
}
