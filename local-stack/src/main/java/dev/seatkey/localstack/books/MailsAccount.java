package dev.seatkey.localstack.books;

import dev.seatkey.schemas.Topics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The mails of the notifier: one a cause and recipient, and what became of it. Of a mail that waits the topics cannot tell
 * how often it was tried.
 */
record MailsAccount(Map<MailHistory.Id, MailHistory> mails) implements Account<MailHistory.Id> {
    private static final String WAITS = "waits";
    private static final Set<String> WAITING = Set.of("QUEUED", "SENDING", "RETRY");

    @Override
    public String service() {
        return Topics.NOTIFIER;
    }

    @Override
    public String collection() {
        return "mails";
    }

    @Override
    public List<String> ignored() {
        return List.of("letter");
    }

    @Override
    public Set<MailHistory.Id> told() {
        return mails.keySet();
    }

    @Override
    public MailHistory.Id subjectOf(Stored document) {
        return new MailHistory.Id(document.text("cause.id"), document.text("recipient.userId"));
    }

    @Override
    public @Nullable Facts told(MailHistory.Id id) {
        var mail = mails.get(id);
        if (mail == null) {
            return null;
        }
        var facts = new Facts();
        var origin = mail.origin;
        if (origin != null) {
            facts.with("kind", origin.kind())
                    .with("saleId", origin.saleId())
                    .with("organization", origin.recipient().getOrganizationId())
                    .with("mail address", origin.recipient().getMailAddress())
                    .with("locale", origin.recipient().getLocale());
        }
        var settled = mail.settled;
        if (settled == null) {
            return facts.with("state", WAITS);
        }
        facts.with("state", settled.state()).with("mailId", settled.mailId()).with("settled at", settled.at());
        return settled.trouble() == null
                ? facts.with("copies", settled.copies())
                : facts.with("attempts", settled.attempts()).with("trouble", settled.trouble());
    }

    @Override
    public Facts stored(MailHistory.Id id, Stored document) {
        var state = document.text("state");
        var trouble = document.at("lastTrouble");
        return new Facts()
                .with("kind", document.at("kind"))
                .with("saleId", document.at("saleId"))
                .with("organization", document.at("recipient.organizationId"))
                .with("mail address", document.at("recipient.mailAddress"))
                .with("locale", document.at("recipient.locale"))
                .with("state", WAITING.contains(state) ? WAITS : state)
                .with("mailId", document.at("_id"))
                .with("settled at", document.at("handledBy.at"))
                .with("copies", document.at("copies"))
                .with("attempts", document.at("attempts"))
                .with("trouble", trouble == null ? "" : trouble);
    }
}
