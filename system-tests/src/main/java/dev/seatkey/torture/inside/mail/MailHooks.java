package dev.seatkey.torture.inside.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.NoSuchProviderException;
import jakarta.mail.Provider;
import jakarta.mail.Session;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What is done with each mail before it is handed over and after the mail server has accepted it. */
public final class MailHooks {
    private final List<Hook> before = new CopyOnWriteArrayList<>();
    private final List<Hook> after = new CopyOnWriteArrayList<>();

    private MailHooks() {}

    /** Those of a mail server; puts them there where there are none yet. */
    public static MailHooks of(JavaMailSenderImpl server) {
        Session session = server.getSession();
        if (session.getProperties().get(MailHooks.class) == null) {
            session.getProperties().put(MailHooks.class, new MailHooks());
            useHookedTransport(session);
        }
        return of(session);
    }

    static MailHooks of(Session session) {
        return (MailHooks) Objects.requireNonNull(session.getProperties().get(MailHooks.class));
    }

    private static void useHookedTransport(Session session) {
        try {
            session.setProvider(
                    new Provider(Provider.Type.TRANSPORT, "smtp", HookedTransport.class.getName(), "Seatkey", null));
        } catch (NoSuchProviderException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Adds something to do before each mail is handed over. */
    public void before(Hook hook) {
        before.add(hook);
    }

    /** Adds something to do after each mail that was accepted. */
    public void after(Hook hook) {
        after.add(hook);
    }

    void handingOver(Message mail) throws MessagingException {
        for (Hook each : before) {
            each.handle(mail);
        }
    }

    void accepted(Message mail) throws MessagingException {
        for (Hook each : after) {
            each.handle(mail);
        }
    }

    /** Something to do with a mail. */
    @FunctionalInterface
    public interface Hook {
        void handle(Message mail) throws MessagingException;
    }
}
