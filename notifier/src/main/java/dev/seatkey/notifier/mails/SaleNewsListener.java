package dev.seatkey.notifier.mails;

import static java.time.temporal.ChronoUnit.DAYS;

import dev.seatkey.contract.Registrant;
import dev.seatkey.contract.SaleApproved;
import dev.seatkey.contract.SaleDeclined;
import dev.seatkey.contract.SaleDetails;
import dev.seatkey.contract.SaleRejected;
import dev.seatkey.messaging.BatchHandler;
import dev.seatkey.messaging.BrokenRecord;
import dev.seatkey.messaging.Decision;
import dev.seatkey.messaging.Message;
import dev.seatkey.notifier.letters.Plain;
import dev.seatkey.notifier.letters.Recipient;
import dev.seatkey.notifier.letters.SaleNews;
import dev.seatkey.notifier.letters.SoldPlan;
import dev.seatkey.notifier.letters.Violation;
import dev.seatkey.notifier.mails.QueueMails.Told;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes in news about sales and queues a mail for each. */
final class SaleNewsListener implements BatchHandler<Told, Set<UUID>, List<Mail>> {
    private static final Logger log = LoggerFactory.getLogger(SaleNewsListener.class);

    private static final int LONGEST_ID = 200;
    private static final int LONGEST_ADDRESS = 320;

    /** A mail lists them; a plan lasts a year, so no sale of ours has more. */
    private static final int MOST_TERMS = 1000;

    private final Mails mails;
    private final QueueMails queueMails;

    SaleNewsListener(Mails mails, QueueMails queueMails) {
        this.mails = mails;
        this.queueMails = queueMails;
    }

    @Override
    public Told translate(Message message) {
        SaleNews news = news(message.body());
        requireShort("saleId", news.saleId(), LONGEST_ID);
        if (news.recipient() == null) {
            log.info(
                    "{} tells that sale {} was rejected, but not who registered it: nobody gets a mail",
                    message.cause().record(),
                    news.saleId());
        }
        return new Told(news, message.cause());
    }

    @Override
    public Set<UUID> read(List<Told> messages) {
        return mails.existing(messages.stream()
                .filter(told -> told.news().recipient() != null)
                .map(SaleNewsListener::mailId)
                .distinct()
                .toList());
    }

    @Override
    public Decision<List<Mail>> decide(List<Told> messages, Set<UUID> existing) {
        return new Decision<>(queueMails.decide(messages, existing), List.of());
    }

    @Override
    public void write(List<Mail> queued) {
        mails.add(queued);
    }

    private static UUID mailId(Told told) {
        return Mail.idOf(told.cause(), Objects.requireNonNull(told.news().recipient()));
    }

    private static SaleNews news(SpecificRecord event) {
        if (event instanceof SaleApproved approved) {
            SaleDetails sale = approved.getSale();
            return new SaleNews.Approved(recipient(sale.getRegistrant()), plan(sale), approved.getDaysLost());
        }
        if (event instanceof SaleDeclined declined) {
            SaleDetails sale = declined.getSale();
            return new SaleNews.Declined(recipient(sale.getRegistrant()), plan(sale), declined.getReason());
        }
        SaleRejected rejected = (SaleRejected) event;
        return new SaleNews.Rejected(
                recipientIfKnown(rejected.getRegistrant()),
                rejected.getSaleId(),
                rejected.getSaleName(),
                rejected.getViolations().stream()
                        .map(violation -> new Violation(violation.getField(), violation.getMessage()))
                        .toList());
    }

    private static @Nullable Recipient recipientIfKnown(@Nullable Registrant registrant) {
        return registrant == null ? null : recipient(registrant);
    }

    private static Recipient recipient(Registrant registrant) {
        requireShort("registrant.organizationId", registrant.getOrganizationId(), LONGEST_ID);
        requireShort("registrant.userId", registrant.getUserId(), LONGEST_ID);
        requireShort("registrant.mailAddress", registrant.getMailAddress(), LONGEST_ADDRESS);
        return new Recipient(
                registrant.getOrganizationId(),
                registrant.getUserId(),
                Plain.line(registrant.getName()),
                registrant.getMailAddress(),
                registrant.getLocale());
    }

    private static SoldPlan plan(SaleDetails sale) {
        if (sale.getKeyLengthDays() < 1) {
            throw new BrokenRecord("gives keys a length of " + sale.getKeyLengthDays() + " days");
        }
        if (DAYS.between(sale.getPlanFrom(), sale.getPlanTo()) / sale.getKeyLengthDays() > MOST_TERMS) {
            throw new BrokenRecord("describes a plan of more than " + MOST_TERMS + " terms");
        }
        return new SoldPlan(
                sale.getSaleId(),
                sale.getSaleName(),
                sale.getCustomerName(),
                sale.getDistributionName(),
                sale.getNumberOfUsers(),
                sale.getCurrency(),
                sale.getDistributionPrice(),
                sale.getSalesPrice(),
                sale.getCancellationDate(),
                zone(sale.getTimeZone()),
                sale.getPlanFrom(),
                sale.getPlanTo(),
                sale.getKeyLengthDays(),
                sale.getCustomerPoNumber(),
                sale.getOrderNumber());
    }

    /** What comes back in the events about a mail must fit into them. */
    private static void requireShort(String field, String value, int most) {
        if (value.length() > most) {
            throw new BrokenRecord(field + " may have " + most + " characters, but has " + value.length());
        }
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new BrokenRecord("names a time zone that is not known: " + name, e);
        }
    }
}
