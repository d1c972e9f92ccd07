package dev.seatkey.notifier.mails;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seatkey.notifier.letters.Letter;
import dev.seatkey.notifier.letters.Plain;
import dev.seatkey.notifier.letters.Recipient;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.util.Date;
import java.util.Objects;

/** A mail as it goes over the wire: text and HTML of the same content, with a Message-ID of our own. */
final class SmtpMessage extends MimeMessage {
    private final String messageId;
    private boolean handedOver;

    private SmtpMessage(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    /** @throws MessagingException if the recipient's address is none */
    static SmtpMessage of(Session session, Sender sender, Mail mail) throws MessagingException {
        Letter letter = Objects.requireNonNull(mail.letter());
        SmtpMessage message = new SmtpMessage(session, sender.messageId(mail.mailId()));
        message.setFrom(sender.from());
        message.setRecipient(RecipientType.TO, address(mail.recipient()));
        message.setSubject(letter.subject(), UTF_8.name());
        message.setSentDate(Date.from(mail.cause().at()));
        message.setHeader("Content-Language", letter.language());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setContent(alternatives(letter));
        message.saveChanges();
        return message;
    }

    /** Whether the mail's content went on its way: from then on, a lost answer leaves open whether it was accepted. */
    boolean wasHandedOver() {
        return handedOver;
    }

    @Override
    public void writeTo(OutputStream out, String[] ignoredHeaders) throws IOException, MessagingException {
        handedOver = true;
        super.writeTo(out, ignoredHeaders);
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    private static MimeMultipart alternatives(Letter letter) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(letter.text(), UTF_8.name(), "plain");
        MimeBodyPart html = new MimeBodyPart();
        html.setText(letter.html(), UTF_8.name(), "html");
        return new MimeMultipart("alternative", text, html);
    }

    private static InternetAddress address(Recipient recipient) throws MessagingException {
        try {
            InternetAddress address =
                    new InternetAddress(recipient.mailAddress(), Plain.line(recipient.name()), UTF_8.name());
            address.validate();
            return address;
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
