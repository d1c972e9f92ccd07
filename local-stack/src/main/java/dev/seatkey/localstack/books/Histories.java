package dev.seatkey.localstack.books;

import dev.seatkey.contract.CommandRefused;
import dev.seatkey.contract.DecideSale;
import dev.seatkey.contract.DecisionUnmatched;
import dev.seatkey.contract.KeyClosed;
import dev.seatkey.contract.KeyIssued;
import dev.seatkey.contract.KeyRenewed;
import dev.seatkey.contract.LaunchGranted;
import dev.seatkey.contract.LaunchRefused;
import dev.seatkey.contract.MailParked;
import dev.seatkey.contract.MailSent;
import dev.seatkey.contract.PlanActivated;
import dev.seatkey.contract.PlanEnded;
import dev.seatkey.contract.RefusalReason;
import dev.seatkey.contract.Registrant;
import dev.seatkey.contract.Sale;
import dev.seatkey.contract.SaleApproved;
import dev.seatkey.contract.SaleDeclined;
import dev.seatkey.contract.SaleRegistered;
import dev.seatkey.contract.SaleRejected;
import dev.seatkey.contract.SeatTaken;
import dev.seatkey.contract.TestLaunched;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the topics tell, put together by subject. Each event has its place in the history of its subject, so that they may
 * come in any order and more than once; the same place told in two ways is a contradiction.
 */
final class Histories {
    private final Map<String, SaleHistory> sales = new HashMap<>();
    private final Map<UUID, KeyHistory> keys = new HashMap<>();
    private final Map<LaunchHistory.Id, LaunchHistory> launches = new HashMap<>();
    private final Map<MailHistory.Id, MailHistory> mails = new HashMap<>();
    private final List<Difference> contradictions = new ArrayList<>();
    private final Map<String, String> words = new HashMap<>();

    Map<String, SaleHistory> sales() {
        return sales;
    }

    Map<UUID, KeyHistory> keys() {
        return keys;
    }

    Map<LaunchHistory.Id, LaunchHistory> launches() {
        return launches;
    }

    Map<MailHistory.Id, MailHistory> mails() {
        return mails;
    }

    /** Places of histories that are told in two ways. */
    List<Difference> contradictions() {
        return contradictions;
    }

    /** Takes in a record. */
    void tell(Told told) {
        var body = told.body();
        if (body instanceof SaleRegistered event) {
            var sale = sale(event.getSale().getSaleId());
            sale.registered = once(sale.registered, told, event, event.getSale().getSaleId());
        } else if (body instanceof SaleApproved event) {
            var sale = sale(event.getSale().getSaleId());
            sale.approved = once(sale.approved, told, event, event.getSale().getSaleId());
            mail(
                    told,
                    "SaleApproved",
                    event.getSale().getSaleId(),
                    event.getSale().getRegistrant());
        } else if (body instanceof SaleDeclined event) {
            var sale = sale(event.getSale().getSaleId());
            sale.declined = once(sale.declined, told, event, event.getSale().getSaleId());
            mail(
                    told,
                    "SaleDeclined",
                    event.getSale().getSaleId(),
                    event.getSale().getRegistrant());
        } else if (body instanceof SaleRejected event) {
            mail(told, "SaleRejected", event.getSaleId(), event.getRegistrant());
        } else if (body instanceof Sale state) {
            // Of one sale the last record stays: they stand in one partition, in order.
            sale(state.getSale().getSaleId()).stands = state;
        } else if (body instanceof DecideSale command) {
            sale(command.getSaleId()).decisions.add(told.place());
        } else if (body instanceof CommandRefused event) {
            sale(event.getSaleId()).commandsRefused = true;
        } else if (body instanceof DecisionUnmatched event) {
            sale(event.getSaleId()).unmatched.add(told.id());
        } else if (body instanceof PlanActivated event) {
            var sale = sale(event.getSaleId());
            sale.activated = once(sale.activated, told, event, event.getSaleId());
        } else if (body instanceof PlanEnded event) {
            var sale = sale(event.getSaleId());
            sale.ended = once(sale.ended, told, event, event.getSaleId());
        } else if (body instanceof SeatTaken event) {
            var seats = sale(event.getSaleId()).seats;
            var subject = event.getSaleId() + " seat " + event.getSeatNumber();
            seats.put(event.getSeatNumber(), once(seats.get(event.getSeatNumber()), told, event, subject));
        } else if (body instanceof KeyIssued event) {
            issued(told, event);
        } else if (body instanceof KeyRenewed event) {
            renewed(told, event);
        } else if (body instanceof KeyClosed event) {
            closed(told, event);
        } else if (body instanceof TestLaunched launch) {
            asked(told, launch);
        } else if (body instanceof LaunchGranted event) {
            granted(told, event);
        } else if (body instanceof LaunchRefused event) {
            refused(told, event);
        } else if (body instanceof MailSent event) {
            mail(told.causationId(), event.getRecipientId()).settled = MailHistory.Settled.sent(event);
        } else if (body instanceof MailParked event) {
            mail(told.causationId(), event.getRecipientId()).settled = MailHistory.Settled.parked(event);
        }
    }

    private void issued(Told told, KeyIssued event) {
        var key = key(event.getKeyId());
        key.issued = once(key.issued, told, event, "key " + event.getKeyId());
        term(
                key,
                told,
                event.getKeyId(),
                event.getPosition(),
                new KeyHistory.Term(event.getTerm(), event.getTermFrom(), event.getTermTo(), event.getUsableUntil()));
    }

    private void renewed(Told told, KeyRenewed event) {
        var key = key(event.getKeyId());
        require(
                told,
                "key " + event.getKeyId(),
                holder(key),
                List.of(
                        event.getSaleId(),
                        event.getOrganizationId(),
                        event.getIssuer(),
                        event.getSubject(),
                        event.getTestId()));
        term(
                key,
                told,
                event.getKeyId(),
                event.getPosition(),
                new KeyHistory.Term(event.getTerm(), event.getTermFrom(), event.getTermTo(), event.getUsableUntil()));
    }

    private void term(KeyHistory key, Told told, UUID keyId, int position, KeyHistory.Term term) {
        key.terms.put(position, once(key.terms.get(position), told, term, "key " + keyId + " term " + term.number()));
    }

    private void closed(Told told, KeyClosed event) {
        var key = key(event.getKeyId());
        require(
                told,
                "key " + event.getKeyId(),
                holder(key),
                List.of(
                        event.getSaleId(),
                        event.getOrganizationId(),
                        event.getIssuer(),
                        event.getSubject(),
                        event.getTestId()));
        key.closed = once(
                key.closed,
                told,
                new KeyHistory.Closing(event.getPosition(), event.getReason(), event.getClosedAt()),
                "key " + event.getKeyId());
    }

    /** The events of a key stand in one partition, in order: the first one came before. */
    private static List<String> holder(KeyHistory key) {
        if (key.issued == null) {
            return List.of();
        }
        var issued = key.issued.body();
        return List.of(
                issued.getSaleId(),
                issued.getOrganizationId(),
                issued.getIssuer(),
                issued.getSubject(),
                issued.getTestId());
    }

    private void require(Told told, String subject, List<String> expected, List<String> found) {
        if (!expected.equals(found)) {
            contradict(told, subject, "sale, organization, issuer, subject, test", expected, found);
        }
    }

    private void asked(Told told, TestLaunched asked) {
        var launch = launch(asked.getIssuer(), asked.getLaunchId());
        var distributionId = word(asked.getDistributionId());
        if (launch.asked == null) {
            launch.asked = told.place();
            launch.distributionId = distributionId;
        } else if (!Objects.equals(launch.distributionId, distributionId)) {
            launch.reused = true;
        }
    }

    private void granted(Told told, LaunchGranted event) {
        var key = event.getKey();
        answered(
                told,
                event.getIssuer(),
                event.getLaunchId(),
                new LaunchHistory.Answer(
                        word(event.getOrganizationId()),
                        word(event.getTestId()),
                        word(event.getSubject()),
                        word(event.getSaleId()),
                        event.getLaunchedAt(),
                        null,
                        key.getKeyId(),
                        word(key.getCode()),
                        event.getSeatNumber(),
                        key.getTerm()));
    }

    private void refused(Told told, LaunchRefused event) {
        if (event.getReason() == RefusalReason.LAUNCH_ID_REUSED) {
            // Answers something else that was asked under its id: the launch itself has its own answer.
            return;
        }
        answered(
                told,
                event.getIssuer(),
                event.getLaunchId(),
                new LaunchHistory.Answer(
                        word(event.getOrganizationId()),
                        word(event.getTestId()),
                        event.getSubject() == null ? null : word(event.getSubject()),
                        event.getSaleId() == null ? null : word(event.getSaleId()),
                        event.getLaunchedAt(),
                        event.getReason(),
                        null,
                        null,
                        0,
                        0));
    }

    private void answered(Told told, String issuer, String launchId, LaunchHistory.Answer answer) {
        var launch = launch(issuer, launchId);
        launch.answer = once(launch.answer, told, answer, "launch " + launchId + " of " + issuer);
    }

    /** A rejection that is sent again tells another time, and is the same by its id: the first one counts. */
    private void mail(Told told, String kind, String saleId, @Nullable Registrant recipient) {
        if (recipient != null) {
            var mail = mail(told.id().toString(), recipient.getUserId());
            if (mail.origin == null) {
                mail.origin = new MailHistory.Origin(kind, saleId, recipient);
            }
        }
    }

    /** The event at one place of a history: the first one that tells of it stands, others must be the same. */
    private <T> Event<T> once(@Nullable Event<T> known, Told told, T body, String subject) {
        var event = new Event<>(told.id(), told.at(), body);
        if (known == null) {
            return event;
        }
        if (!known.id().equals(event.id())) {
            contradict(told, subject, "event id", known.id(), event.id());
        } else if (!known.equals(event)) {
            contradict(told, subject, "the event told again", known.body(), event.body());
        }
        return known;
    }

    private void contradict(Told told, String subject, String field, Object expected, Object found) {
        contradictions.add(Difference.contradiction(
                told.place().topic(), subject, field, expected.toString(), found + " at " + told.place()));
    }

    private SaleHistory sale(String saleId) {
        return sales.computeIfAbsent(saleId, unknown -> new SaleHistory());
    }

    private KeyHistory key(UUID keyId) {
        return keys.computeIfAbsent(keyId, unknown -> new KeyHistory());
    }

    private LaunchHistory launch(String issuer, String launchId) {
        return launches.computeIfAbsent(new LaunchHistory.Id(word(issuer), launchId), unknown -> new LaunchHistory());
    }

    private MailHistory mail(String causeId, String userId) {
        return mails.computeIfAbsent(new MailHistory.Id(causeId, word(userId)), unknown -> new MailHistory());
    }

    /** Keeps each word once, however many records use it. */
    private String word(String text) {
        return words.computeIfAbsent(text, Function.identity());
    }
}
