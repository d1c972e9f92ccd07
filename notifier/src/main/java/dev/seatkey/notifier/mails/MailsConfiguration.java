package dev.seatkey.notifier.mails;

import com.mongodb.client.MongoDatabase;
import dev.seatkey.contract.SaleApproved;
import dev.seatkey.contract.SaleDeclined;
import dev.seatkey.contract.SaleRejected;
import dev.seatkey.messaging.MissingSetting;
import dev.seatkey.messaging.Subscription;
import dev.seatkey.messaging.store.StoreIndexes;
import dev.seatkey.notifier.letters.WriteLetters;
import dev.seatkey.schemas.Topics;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The wiring of mails. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class MailsConfiguration {

    @Bean
    MongoMails mails(MongoDatabase database) {
        return new MongoMails(database);
    }

    @Bean
    StoreIndexes mailIndexes() {
        return new StoreIndexes(MongoMails.INDEXES);
    }

    @Bean
    Sender sender(MailSettings settings) {
        return Sender.of(settings.from());
    }

    @Bean
    Mailbox mailbox(ObjectProvider<JavaMailSenderImpl> servers, Sender sender) {
        JavaMailSenderImpl server = servers.getIfAvailable();
        if (server == null) {
            throw new MissingSetting("spring.mail.host", "the mail server, such as mail.example.org");
        }
        return new SmtpMailbox(server, sender);
    }

    @Bean
    Subscription saleNews(MongoMails mails) {
        return new Subscription(
                Topics.NOTIFIER,
                "mails",
                List.of(Topics.SALE_EVENTS),
                Set.of(SaleApproved.class, SaleDeclined.class, SaleRejected.class),
                new SaleNewsListener(mails, new QueueMails(new WriteLetters())));
    }

    @Bean
    Subscription dueMails(MongoMails mails, Mailbox mailbox, Sender sender, MailSettings settings) {
        return Subscription.toDue(
                Topics.NOTIFIER,
                Topics.NOTIFIER_DUE,
                new MailDueListener(
                        mails,
                        new PostMails(mails, mailbox),
                        new SettleMails(settings.patience()),
                        new MailEventPublisher(sender)),
                mails);
    }
}
