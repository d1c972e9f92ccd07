package dev.seatkey.torture.inside.broken;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatkey.localstack.child.Ports;
import dev.seatkey.localstack.components.MailServer;
import dev.seatkey.torture.inside.mail.MailHooks;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class MailsUnderNewNamesIT {
    @Test
    void givesEachCopyOfAMailANameOfItsOwn() throws MessagingException {
        try (var server = MailServer.start(Ports.free(), Ports.free(), Ports.free())) {
            // given a mail server that is spoken to under the mistake
            var sender = new JavaMailSenderImpl();
            new MailsUnderNewNames().postProcessAfterInitialization(sender, "mailSender");
            List<String> accepted = new ArrayList<>();
            MailHooks.of(sender).after(mail -> accepted.add(mail.getHeader("Message-ID")[0]));

            // when one mail is handed over twice
            try (var connection = sender.getSession().getTransport("smtp")) {
                connection.connect(server.host(), server.smtpPort(), null, null);
                var mail = aMail(sender.getSession());
                connection.sendMessage(mail, mail.getAllRecipients());
                connection.sendMessage(mail, mail.getAllRecipients());
            }

            // then nobody can tell that it is the same
            var received = server.received();
            assertThat(received).hasSize(2);
            assertThat(List.of(received.get(0).getMessageID(), received.get(1).getMessageID()))
                    .doesNotHaveDuplicates()
                    .containsExactlyElementsOf(accepted);
        }
    }

    private static MimeMessage aMail(Session session) throws MessagingException {
        var mail = new MimeMessage(session);
        mail.setFrom(new InternetAddress("seatkey@mail.example"));
        mail.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress("anna@mail.example"));
        mail.setSubject("Your plan");
        mail.setText("It is active.");
        mail.saveChanges();
        return mail;
    }
}
