package dev.seatkey.torture.inside;

import dev.seatkey.torture.inside.mail.MailHooks;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Makes a worker that sends mails crash after the mail server took one. */
@AutoConfiguration
@ConditionalOnProperty("seatkey.torture.armed")
@ConditionalOnClass(name = "org.springframework.mail.javamail.JavaMailSenderImpl")
class MailCrashConfiguration {

    @Bean
    SmartInitializingSingleton tellsOfMails(ObjectProvider<JavaMailSenderImpl> servers, Trigger trigger) {
        return () -> servers.ifAvailable(
                server -> MailHooks.of(server).after(mail -> trigger.passed(CrashPoint.MAIL_ACCEPTED)));
    }
}
