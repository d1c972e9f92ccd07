package dev.seatkey.localstack.up;

import dev.seatkey.localstack.console.Box;
import dev.seatkey.localstack.stack.Stack;
import java.time.Duration;

/** Where everything is. */
final class Addresses {
    private Addresses() {}

    static Box of(Stack stack, Duration took) {
        var components = stack.components();
        var mail = components.mail();
        var box = new Box("Seatkey is up, after" + Progress.seconds(took).replaceAll(" +", " "))
                .entry("Kafka", components.broker().bootstrapServers())
                .entry("Schema registry", components.registry().url())
                .entry(
                        "Document store",
                        components.store().uri() + "  (" + components.store().description() + ")")
                .entry(
                        "Mail",
                        "SMTP " + mail.host() + ":" + mail.smtpPort() + ", IMAP :" + mail.imapPort() + ", POP3 :"
                                + mail.pop3Port() + ", any user, any password");
        stack.workers().forEach(worker -> box.entry(worker.name(), worker.healthUrl()));
        return box.entry("Logs", stack.clock().file().resolveSibling("*.log").toString())
                .line("")
                .line("In another terminal:  ./seatkey sales --organization ID")
                .line("                      ./seatkey clock +180d")
                .line("Ctrl-C stops everything; nothing is kept.");
    }
}
