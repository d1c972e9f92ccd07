package dev.seatkey.notifier.mails;

import dev.seatkey.notifier.mails.Answer.Kind;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A mail server that is spoken to with SMTP. Address, login and TLS come from {@code spring.mail}. */
final class SmtpMailbox implements Mailbox {
    private static final Logger log = LoggerFactory.getLogger(SmtpMailbox.class);
    private static final int FIRST_REFUSAL_FOR_NOW = 400;
    private static final int FIRST_REFUSAL_FOR_GOOD = 500;

    private final JavaMailSenderImpl server;
    private final Sender sender;

    SmtpMailbox(JavaMailSenderImpl server, Sender sender) {
        this.server = server;
        this.sender = sender;
    }

    @Override
    public Visit visit() {
        return new SmtpVisit(server.getSession());
    }

    /** One connection, made when it is needed, and made anew after trouble. */
    private final class SmtpVisit implements Visit {
        private final Session session;
        private @Nullable Transport connection;

        SmtpVisit(Session session) {
            this.session = session;
        }

        @Override
        public Answer post(Mail mail) {
            SmtpMessage message;
            try {
                message = SmtpMessage.of(session, sender, mail);
            } catch (MessagingException e) {
                return new Answer(Kind.REFUSED_FOR_GOOD, "cannot be addressed: " + e.getMessage());
            }
            Transport connected;
            try {
                connected = connected();
            } catch (MessagingException e) {
                return new Answer(Kind.NOT_REACHED, String.valueOf(e.getMessage()));
            }
            try {
                connected.sendMessage(message, message.getAllRecipients());
                return new Answer(Kind.ACCEPTED, "");
            } catch (MessagingException e) {
                close();
                return answer(e, message.wasHandedOver());
            }
        }

        private Transport connected() throws MessagingException {
            Transport known = connection;
            if (known != null) {
                return known;
            }
            String protocol = server.getProtocol();
            Transport fresh = session.getTransport(protocol == null ? "smtp" : protocol);
            fresh.connect(server.getHost(), server.getPort(), server.getUsername(), server.getPassword());
            connection = fresh;
            return fresh;
        }

        @Override
        public void close() {
            if (connection != null) {
                try {
                    connection.close();
                } catch (MessagingException e) {
                    log.debug("The mail server ended the connection first", e);
                }
                connection = null;
            }
        }
    }

    private static Answer answer(MessagingException failure, boolean handedOver) {
        for (Exception e = failure; e != null; e = next(e)) {
            int code = replyCode(e);
            if (code >= FIRST_REFUSAL_FOR_NOW) {
                return new Answer(
                        code >= FIRST_REFUSAL_FOR_GOOD ? Kind.REFUSED_FOR_GOOD : Kind.REFUSED_FOR_NOW, textOf(e));
            }
        }
        return new Answer(handedOver ? Kind.LOST : Kind.REFUSED_FOR_NOW, textOf(failure));
    }

    /** The server's reply code, or 0 where it gave none. */
    private static int replyCode(Exception e) {
        if (e instanceof SMTPAddressFailedException address) {
            return address.getReturnCode();
        }
        if (e instanceof SMTPSenderFailedException from) {
            return from.getReturnCode();
        }
        // This one also stands around the others; what they say is more to the point.
        return e instanceof SMTPSendFailedException send && send.getNextException() == null ? send.getReturnCode() : 0;
    }

    private static @Nullable Exception next(Exception e) {
        return e instanceof MessagingException messaging ? messaging.getNextException() : null;
    }

    private static String textOf(Exception e) {
        return String.valueOf(e.getMessage()).strip();
    }
}
