package dev.seatkey.torture.inside.mail;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** SMTP as it is, with its session's hooks around it. Public only for the session, which makes it. */
public final class HookedTransport extends SMTPTransport {
    private final MailHooks hooks;

    public HookedTransport(Session session, URLName url) {
        super(session, url);
        this.hooks = MailHooks.of(session);
    }

    @Override
    public synchronized void sendMessage(Message mail, Address[] recipients) throws MessagingException {
        hooks.handingOver(mail);
        super.sendMessage(mail, recipients);
        hooks.accepted(mail);
    }
}
