package dev.seatkey.torture.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seatkey.localstack.child.Ports;
import dev.seatkey.localstack.components.MailServer;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A mail server behind a proxy with moods")
class MailProxyTest {
    private static MailServer server;
    private static MailProxy proxy;

    @BeforeAll
    static void start() {
        server = MailServer.start(Ports.free(), Ports.free(), Ports.free());
        proxy = MailProxy.to(server.host(), server.smtpPort());
    }

    @AfterAll
    static void stop() {
        proxy.close();
        server.close();
    }

    @BeforeEach
    void forget() {
        server.forgetMail();
    }

    @AfterEach
    void heal() {
        proxy.heal();
    }

    @Test
    @DisplayName("takes mails, one connection or many, as they are")
    void takesMails() throws MessagingException, IOException {
        // when
        send(
                "first",
                "one line\r\n.starts with a dot\r\n.\r\nDATA\r\nRCPT TO:<nobody@mail.example>\r\nlast, with an ñ");
        try (var connection = connected()) {
            post(connection, "second", "");
            post(connection, "third", "");
        }

        // then
        assertThat(server.receivedBy("anna@mail.example")).hasSize(3);
        assertThat(server.received().get(0).getContent())
                .asString()
                .contains("\r\n.\r\nDATA\r\n")
                .contains("with an ñ");
    }

    @Test
    @DisplayName("refuses for now, until it is healed")
    void refusesForNow() throws MessagingException {
        // when
        proxy.refuseForNow();

        // then
        assertThatThrownBy(() -> send("not now", ""))
                .isInstanceOf(SendFailedException.class)
                .hasStackTraceContaining("451");
        assertThat(server.received()).isEmpty();

        // when
        proxy.heal();
        send("now", "");

        // then
        assertThat(server.received()).hasSize(1);
    }

    @Test
    @DisplayName("refuses for good")
    void refusesForGood() {
        // when
        proxy.refuseForGood();

        // then
        assertThatThrownBy(() -> send("never", ""))
                .isInstanceOf(SendFailedException.class)
                .hasStackTraceContaining("550");
        assertThat(server.received()).isEmpty();
    }

    @Test
    @DisplayName("refuses also on a connection that was made before")
    void refusesInTheMidstOfAConversation() throws MessagingException {
        try (var connection = connected()) {
            post(connection, "before", "");
            proxy.refuseForNow();
            assertThatThrownBy(() -> post(connection, "meanwhile", "")).hasStackTraceContaining("451");
        }
        assertThat(server.received()).hasSize(1);
    }

    @Test
    @DisplayName("delivers a mail and never says so")
    void losesTheAnswer() throws MessagingException {
        // given
        var before = proxy.answersLost();

        // when
        proxy.dropAfterData();

        // then
        assertThatThrownBy(() -> send("did it arrive?", "")).isInstanceOf(MessagingException.class);
        assertThat(server.received()).hasSize(1);
        assertThat(proxy.answersLost()).isEqualTo(before + 1);
    }

    @Test
    @DisplayName("takes its time")
    void isSlow() throws MessagingException {
        // when it takes a tenth of a second for the greeting and each of five answers
        proxy.slow(Duration.ofMillis(100));
        var from = System.nanoTime();
        send("slowly", "");

        // then
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isGreaterThan(Duration.ofMillis(600));
        assertThat(server.received()).hasSize(1);
    }

    private static void send(String subject, String text) throws MessagingException {
        try (var connection = connected()) {
            post(connection, subject, text);
        }
    }

    private static Transport connected() throws MessagingException {
        var settings = new Properties();
        settings.put("mail.smtp.timeout", "10000");
        var connection = Session.getInstance(settings).getTransport("smtp");
        connection.connect(Ports.HOST, proxy.port(), null, null);
        return connection;
    }

    private static void post(Transport connection, String subject, String text) throws MessagingException {
        var mail = new MimeMessage(Session.getInstance(new Properties()));
        mail.setFrom("seatkey@mail.example");
        mail.setRecipient(RecipientType.TO, new InternetAddress("anna@mail.example"));
        mail.setSubject(subject);
        mail.setText(text, "UTF-8");
        mail.setHeader("Content-Transfer-Encoding", "8bit");
        mail.saveChanges();
        connection.sendMessage(mail, mail.getAllRecipients());
    }
}
