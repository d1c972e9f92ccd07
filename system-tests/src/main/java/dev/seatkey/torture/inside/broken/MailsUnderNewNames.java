package dev.seatkey.torture.inside.broken;

import dev.seatkey.torture.inside.mail.MailHooks;
import java.util.UUID;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Gives each attempt to send a mail a Message-ID of its own, as mail libraries do by themselves. Breaks: a second copy of a
 * mail can be recognised as one (N4).
 */
final class MailsUnderNewNames implements BeanPostProcessor {
    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof JavaMailSenderImpl server) {
            MailHooks.of(server)
                    .before(mail -> mail.setHeader("Message-ID", "<" + UUID.randomUUID() + "@mail.example>"));
        }
        return bean;
    }
}
