package dev.seatkey.localstack.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seatkey.contract.SaleApproved;
import dev.seatkey.contract.SaleDeclined;
import dev.seatkey.contract.SaleRejected;
import dev.seatkey.localstack.console.Box;
import dev.seatkey.localstack.console.Text;
import dev.seatkey.localstack.outside.Seen;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** The mails that went out. */
final class Mails {
    private static final int LONGEST = 92;
    private static final int RECIPIENTS = 32;
    private static final int SUBJECTS = 62;

    private final Stage stage;

    Mails(Stage stage) {
        this.stage = stage;
    }

    /** N1: how many mails to registrants the events so far call for. */
    long due() {
        return Stream.of(
                        stage.observer().all(SaleApproved.class).stream().map(Seen::eventId),
                        stage.observer().all(SaleDeclined.class).stream().map(Seen::eventId),
                        stage.observer().all(SaleRejected.class).stream()
                                .filter(each -> each.body().getRegistrant() != null)
                                .map(Seen::eventId))
                .flatMap(ids -> ids)
                .distinct()
                .count();
    }

    List<MimeMessage> received() {
        return stage.stack().components().mail().received();
    }

    void tell() {
        var console = stage.console();
        stage.observer()
                .await(
                        "the registrants' mails",
                        Stage.PATIENCE,
                        () -> received().size() >= due());
        console.paragraph(2, received().size() + " mails have gone out to those who registered the sales:");
        console.blank();
        received()
                .forEach(mail -> console.line(
                        "  ✉ " + Text.left(recipient(mail), RECIPIENTS) + Text.cut(subject(mail), SUBJECTS)));
        console.blank();
        console.paragraph(2, "The first approval reads:");
        console.blank();
        received().stream()
                .filter(mail -> subject(mail).startsWith("Approved"))
                .findFirst()
                .ifPresent(this::letter);
    }

    private void letter(MimeMessage mail) {
        var box = new Box(Text.cut(subject(mail), LONGEST - 4));
        text(mail)
                .strip()
                .lines()
                .flatMap(line -> Text.wrapped(line, LONGEST).stream())
                .forEach(box::line);
        box.printOn(stage.console());
    }

    static String recipient(MimeMessage mail) {
        try {
            return ((InternetAddress) mail.getAllRecipients()[0]).getAddress();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    static String subject(MimeMessage mail) {
        try {
            return String.valueOf(mail.getSubject());
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    static String messageId(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** The plain text of a mail. */
    static String text(Part part) {
        try {
            if (part.isMimeType("text/plain")) {
                return String.valueOf(part.getContent());
            }
            return part.getContent() instanceof MimeMultipart parts ? text(parts) : "";
        } catch (MessagingException | IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** All of a mail, as it was sent. */
    static String raw(MimeMessage mail) {
        try (var bytes = new ByteArrayOutputStream()) {
            mail.writeTo(bytes);
            return bytes.toString(UTF_8);
        } catch (MessagingException | IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String text(MimeMultipart parts) throws MessagingException {
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            var text = text(part);
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }
}
