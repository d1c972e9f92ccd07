package dev.seatkey.notifier.mails;

import static dev.seatkey.notifier.mails.ScriptedSmtpServer.BREAK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seatkey.localstack.child.Ports;
import dev.seatkey.messaging.Cause;
import dev.seatkey.notifier.letters.Fixtures;
import dev.seatkey.notifier.letters.Letter;
import dev.seatkey.notifier.letters.Recipient;
import dev.seatkey.notifier.letters.WriteLetters;
import dev.seatkey.notifier.mails.Answer.Kind;
import dev.seatkey.notifier.mails.Mailbox.Visit;
import java.io.IOException;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What SMTP says and does not say, as answers. */
class SmtpMailboxIT {
    private final ScriptedSmtpServer server = new ScriptedSmtpServer();
    private final SmtpMailbox mailbox = mailbox(server.port());

    SmtpMailboxIT() throws IOException {}

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @ParameterizedTest(name = "{0} answered with {1} is {2}")
    @CsvSource({
        "., 250 taken, ACCEPTED",
        "RCPT, 550 no such user, REFUSED_FOR_GOOD",
        "RCPT, 450 greylisted, REFUSED_FOR_NOW",
        "MAIL, 553 not you, REFUSED_FOR_GOOD",
        "MAIL, 452 disk full, REFUSED_FOR_NOW",
        "DATA, 554 no, REFUSED_FOR_GOOD",
        "DATA, 451 not now, REFUSED_FOR_NOW",
        "., 554 spam, REFUSED_FOR_GOOD",
        "., 451 not now, REFUSED_FOR_NOW",
        "., 421 going down, REFUSED_FOR_NOW",
        "GREETING, 554 no service, NOT_REACHED",
        "GREETING, break, NOT_REACHED",
        "RCPT, break, REFUSED_FOR_NOW",
        "DATA, break, REFUSED_FOR_NOW",
        "., break, LOST",
        "., silence, LOST",
        "RCPT, silence, REFUSED_FOR_NOW",
        "GREETING, silence, NOT_REACHED"
    })
    @DisplayName("N4: what was refused for good, for now, or may have been accepted is told apart")
    void tellsAnswersApart(String verb, String answer, Kind expected) {
        server.answer(verb, answer);

        assertThat(post(mail(Fixtures.ANA)).kind()).isEqualTo(expected);
    }

    @Test
    void saysWhatTheServerSaid() {
        server.answer("RCPT", "550 5.1.1 no such user here");

        assertThat(post(mail(Fixtures.ANA)).text()).contains("5.1.1 no such user here");
    }

    @Test
    @DisplayName("N4: a server that nobody listens at is not reached")
    void saysThatNobodyIsThere() {
        Answer answer = post(mailbox(Ports.free()), mail(Fixtures.ANA));

        assertThat(answer.kind()).isEqualTo(Kind.NOT_REACHED);
        assertThat(answer.text()).contains("Couldn't connect");
    }

    @Test
    void postsAVisitOverOneConnectionAndGoesOnAfterTrouble() {
        try (Visit visit = mailbox.visit()) {
            for (int i = 0; i < 10; i++) {
                assertThat(visit.post(mail(Fixtures.ANA)).kind()).isEqualTo(Kind.ACCEPTED);
            }
            assertThat(server.connections()).isEqualTo(1);
            server.answer(".", BREAK);
            assertThat(visit.post(mail(Fixtures.ANA)).kind()).isEqualTo(Kind.LOST);
            server.answer(".", "250 taken");
            assertThat(visit.post(mail(Fixtures.ANA)).kind()).isEqualTo(Kind.ACCEPTED);
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void connectsToNobodyForNothing() {
        mailbox.visit().close();

        assertThat(server.connections()).isZero();
    }

    @Test
    @DisplayName("N4: each copy has the same Message-ID")
    void givesEachCopyTheSameMessageId() {
        Mail mail = mail(Fixtures.ANA);
        post(mail);
        post(mail);

        assertThat(server.messages()).hasSize(2).allSatisfy(message -> assertThat(message)
                .contains("Message-ID: <" + mail.mailId() + "@example.org>")
                .contains("From: Seatkey <seatkey@example.org>")
                .contains("Auto-Submitted: auto-generated")
                .contains("Content-Language: en")
                .contains("multipart/alternative")
                .contains("Date: Mon, 1 Feb 2027"));
    }

    @Test
    void letsNoHeaderIn() {
        Recipient evil = new Recipient("o", "u", "Ana\r\nBcc: everybody@example.com", "ana@example.com", null);
        Letter letter = new Letter("Hello\r\nBcc: everybody@example.com", "en", "text", "<p>html</p>");
        Cause cause = new Cause("sale-events-0@1", "event", "event", null, Contracts.NOW);

        post(Mail.queued("SaleApproved", "s-1", evil, cause, letter));

        assertThat(server.messages()).hasSizeLessThanOrEqualTo(1).allSatisfy(message -> assertThat(message)
                .doesNotContainPattern("(?m)^Bcc:"));
    }

    @ParameterizedTest
    @CsvSource({"''", "nobody", "a@b@c", "'a@example.com, b@example.com'", "'a b@example.com'", "@example.com"})
    void refusesWhatIsNoAddress(String address) {
        Answer answer = post(mail(new Recipient("o", "u", "Name", address, null)));

        assertThat(answer.kind()).isEqualTo(Kind.REFUSED_FOR_GOOD);
        assertThat(answer.text()).startsWith("cannot be addressed");
        assertThat(server.connections()).isZero();
    }

    private Answer post(Mail mail) {
        return post(mailbox, mail);
    }

    private static Answer post(SmtpMailbox mailbox, Mail mail) {
        try (Visit visit = mailbox.visit()) {
            return visit.post(mail);
        }
    }

    private static Mail mail(Recipient recipient) {
        Cause cause = new Cause("sale-events-0@1", "event", "event", null, Contracts.NOW);
        Letter letter = new WriteLetters().write(Fixtures.approved());
        return Mail.queued("SaleApproved", "s-1", recipient, cause, letter);
    }

    private static SmtpMailbox mailbox(int port) {
        JavaMailSenderImpl server = new JavaMailSenderImpl();
        server.setHost("127.0.0.1");
        server.setPort(port);
        Properties properties = new Properties();
        properties.put("mail.smtp.timeout", "300");
        properties.put("mail.smtp.connectiontimeout", "300");
        properties.put("mail.smtp.quitwait", "false");
        server.setJavaMailProperties(properties);
        return new SmtpMailbox(server, Sender.of("Seatkey <seatkey@example.org>"));
    }
}
