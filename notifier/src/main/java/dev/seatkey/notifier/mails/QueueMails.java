package dev.seatkey.notifier.mails;

import dev.seatkey.messaging.Cause;
import dev.seatkey.notifier.letters.Recipient;
import dev.seatkey.notifier.letters.SaleNews;
import dev.seatkey.notifier.letters.WriteLetters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Writes a mail for each cause and recipient, once (N1, N4). News that are for nobody who is known make none. */
final class QueueMails {
    private final WriteLetters letters;

    QueueMails(WriteLetters letters) {
        this.letters = letters;
    }

    /** The mails that are new. */
    List<Mail> decide(List<Told> messages, Set<UUID> existing) {
        List<Mail> fresh = new ArrayList<>();
        Set<UUID> known = new HashSet<>(existing);
        for (Told told : messages) {
            Recipient recipient = told.news().recipient();
            if (recipient != null && known.add(Mail.idOf(told.cause(), recipient))) {
                SaleNews news = told.news();
                fresh.add(Mail.queued(news.kind(), news.saleId(), recipient, told.cause(), letters.write(news)));
            }
        }
        return fresh;
    }

    /** An event told news about a sale. */
    record Told(SaleNews news, Cause cause) {}
}
