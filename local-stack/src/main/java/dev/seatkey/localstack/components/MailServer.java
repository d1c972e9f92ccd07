package dev.seatkey.localstack.components;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.seatkey.localstack.child.Ports;
import jakarta.mail.internet.MimeMessage;
import java.util.List;

/** A mail server that accepts mail for everybody, keeps it in memory, and lets any mail client read it with any password. */
public final class MailServer implements AutoCloseable {
    private final GreenMail server;

    private MailServer(GreenMail server) {
        this.server = server;
    }

    /** Starts a mail server; mail is sent to one port and read from the other two. */
    public static MailServer start(int smtpPort, int imapPort, int pop3Port) {
        var server = new GreenMail(new ServerSetup[] {
            new ServerSetup(smtpPort, Ports.HOST, ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(imapPort, Ports.HOST, ServerSetup.PROTOCOL_IMAP),
            new ServerSetup(pop3Port, Ports.HOST, ServerSetup.PROTOCOL_POP3)
        });
        server.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        server.start();
        return new MailServer(server);
    }

    /** The address to send and read mail at. */
    public String host() {
        return Ports.HOST;
    }

    /** Where mail is sent to. */
    public int smtpPort() {
        return server.getSmtp().getPort();
    }

    /** Where mail clients read it with IMAP. */
    public int imapPort() {
        return server.getImap().getPort();
    }

    /** Where mail clients read it with POP3. */
    public int pop3Port() {
        return server.getPop3().getPort();
    }

    /** Every mail received so far, once per recipient, oldest first. */
    public List<MimeMessage> received() {
        return List.of(server.getReceivedMessages());
    }

    /** The mails received so far by one address, oldest first. */
    public List<MimeMessage> receivedBy(String address) {
        return List.of(server.getReceivedMessagesForDomain(address));
    }

    /** Forgets all mail. */
    public void forgetMail() {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (FolderException unable) {
            throw new IllegalStateException(unable);
        }
    }

    /** Starts the server again on its ports, after a close; what it had received is forgotten. */
    public void restart() {
        server.start();
    }

    @Override
    public void close() {
        server.stop();
    }
}
