package dev.seatkey.torture.promises;

import dev.seatkey.contract.BillingMethod;
import dev.seatkey.contract.CommandRefused;
import dev.seatkey.contract.DecideSale;
import dev.seatkey.contract.GrantedKey;
import dev.seatkey.contract.KeyCloseReason;
import dev.seatkey.contract.KeyClosed;
import dev.seatkey.contract.KeyIssued;
import dev.seatkey.contract.KeyRenewed;
import dev.seatkey.contract.LaunchGranted;
import dev.seatkey.contract.MailParked;
import dev.seatkey.contract.MailSent;
import dev.seatkey.contract.PlanActivated;
import dev.seatkey.contract.PlanEndReason;
import dev.seatkey.contract.PlanEnded;
import dev.seatkey.contract.RegisterSale;
import dev.seatkey.contract.Registrant;
import dev.seatkey.contract.Sale;
import dev.seatkey.contract.SaleApproved;
import dev.seatkey.contract.SaleDeclined;
import dev.seatkey.contract.SaleDetails;
import dev.seatkey.contract.SaleRegistered;
import dev.seatkey.contract.SaleRejected;
import dev.seatkey.contract.SaleStatus;
import dev.seatkey.contract.SalesType;
import dev.seatkey.contract.SeatTaken;
import dev.seatkey.contract.TestLaunched;
import dev.seatkey.contract.UserReference;
import dev.seatkey.contract.Verdict;
import dev.seatkey.localstack.outside.Seen;
import dev.seatkey.schemas.TrustedContracts;
import dev.seatkey.torture.load.Market;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Records of one school's sale, plan and keys, as a promise sees them. */
final class Story {
    static {
        TrustedContracts.install();
    }

    static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    static final Instant END = Instant.parse("2027-01-01T00:00:00Z");
    static final UUID KEY = new UUID(0, 1);
    static final String SALE = "sale-1";

    private long offset;

    Seen<?> record(String topic, Object body, String eventId) {
        return recordOf(BEGIN, topic, body, eventId);
    }

    Seen<?> recordOf(Instant time, String topic, Object body, String eventId) {
        return new Seen<>(topic, 0, offset++, time, "key", Map.of("ce_id", eventId), body, System.nanoTime());
    }

    /** An event that names what caused it: the sender's id of a message, or the coordinates of its record. */
    Seen<?> event(String topic, Object body, String eventId, String cause) {
        return new Seen<>(
                topic,
                0,
                offset++,
                BEGIN,
                "key",
                Map.of("ce_id", eventId, "ce_causationid", cause),
                body,
                System.nanoTime());
    }

    Seen<?> deadLetter(String origin, long originOffset) {
        return new Seen<>(
                origin + ".key-worker-dlt",
                0,
                offset++,
                BEGIN,
                "key",
                Map.of("dlt-topic", origin, "dlt-partition", "0", "dlt-offset", String.valueOf(originOffset)),
                new byte[0],
                0);
    }

    static RegisterSale registration(String name) {
        return RegisterSale.newBuilder()
                .setSaleId(SALE)
                .setSaleName(name)
                .setRegisteredBy(new UserReference("school", "seller"))
                .setCustomerId("school")
                .setDistributionId("it-pro-practice-test")
                .setSalesType(SalesType.PER_USER)
                .setNumberOfUsers(2)
                .setCurrency("EUR")
                .setActivationDate(LocalDate.of(2026, 1, 1))
                .setBillingMethod(BillingMethod.INVOICE)
                .build();
    }

    static SaleDetails sale() {
        return SaleDetails.newBuilder()
                .setSaleId(SALE)
                .setSaleName("Practice tests")
                .setRegistrant(new Registrant("school", "The school", "seller", "Sam", "sam@school.example", null))
                .setCustomerId("school")
                .setCustomerName("The school")
                .setDistributionId("it-pro-practice-test")
                .setDistributionName("IT PRO / Practice Test")
                .setSalesType(SalesType.PER_USER)
                .setNumberOfUsers(2)
                .setCurrency("EUR")
                .setDistributionPrice(new BigDecimal("24.4850"))
                .setSalesPrice(new BigDecimal("48.9700"))
                .setPriceListVersion("1")
                .setKeyLengthDays(180)
                .setActivationDate(LocalDate.of(2026, 1, 1))
                .setCancellationDate(LocalDate.of(2027, 1, 1))
                .setTimeZone("UTC")
                .setPlanFrom(BEGIN)
                .setPlanTo(END)
                .setBillingMethod(BillingMethod.INVOICE)
                .setComments(List.of())
                .setRegisteredAt(BEGIN)
                .build();
    }

    static SaleRegistered registered() {
        return SaleRegistered.newBuilder()
                .setPosition(1)
                .setSale(sale())
                .setNewContacts(List.of())
                .setNewUsers(List.of())
                .build();
    }

    static Sale stands(SaleStatus status) {
        return Sale.newBuilder()
                .setSale(sale())
                .setStatus(status)
                .setChangedAt(BEGIN)
                .build();
    }

    static SaleApproved approved() {
        return new SaleApproved(1, sale(), Market.APPROVER, null, BEGIN, 0);
    }

    static PlanActivated activated() {
        return new PlanActivated(SALE, 1, "school", "it-pro-practice-test", 2, BEGIN, END, "UTC", BEGIN);
    }

    static TestLaunched launch(String id) {
        return TestLaunched.newBuilder()
                .setLaunchId(id)
                .setOrganizationId("school")
                .setDistributionId("it-pro-practice-test")
                .setTestId("linux")
                .setIssuer("https://lms.example")
                .setSubject("ada")
                .setRoles(List.of("Learner"))
                .build();
    }

    static LaunchGranted granted(String id) {
        var key = new GrantedKey(KEY, "CODE", 1, BEGIN, term(1), term(1));
        return new LaunchGranted(id, "https://lms.example", "ada", "school", "linux", key, SALE, 1, BEGIN);
    }

    static SeatTaken seat(int number, String learner) {
        return new SeatTaken(SALE, number, 1, 2, "https://lms.example", learner, BEGIN);
    }

    static KeyIssued issued() {
        return new KeyIssued(
                KEY, 1, SALE, 1, "school", "https://lms.example", "ada", "linux", "CODE", 1, BEGIN, term(1), term(1));
    }

    static KeyRenewed renewed(int term, int position) {
        return new KeyRenewed(
                KEY,
                position,
                SALE,
                "school",
                "https://lms.example",
                "ada",
                "linux",
                term,
                term(term - 1),
                term(term),
                term(term));
    }

    static KeyClosed closed(int position) {
        return new KeyClosed(
                KEY, position, SALE, "school", "https://lms.example", "ada", "linux", KeyCloseReason.PLAN_ENDED, END);
    }

    static PlanEnded ended() {
        return new PlanEnded(SALE, 3, PlanEndReason.PLAN_ENDED, 2, 1, END);
    }

    static MailSent mailed(UUID mailId, String messageId, int copies) {
        return new MailSent(mailId, SALE, "SaleApproved", "seller", messageId, copies, BEGIN);
    }

    static MailParked parked(UUID mailId, String reason) {
        return new MailParked(mailId, SALE, "SaleApproved", "seller", reason, 2, BEGIN);
    }

    static DecideSale decision(Verdict verdict) {
        return new DecideSale(SALE, verdict, Market.APPROVER, "Because");
    }

    static CommandRefused refused(String code) {
        return new CommandRefused(SALE, "DecideSale", Market.APPROVER, code, "Because", BEGIN);
    }

    static SaleDeclined declined() {
        return new SaleDeclined(1, sale(), Market.APPROVER, "Because", BEGIN);
    }

    static SaleApproved approvedBy(String organizationId) {
        return new SaleApproved(1, sale(), new UserReference(organizationId, "somebody"), null, BEGIN, 0);
    }

    static SaleRejected rejected() {
        return SaleRejected.newBuilder()
                .setSaleId(SALE)
                .setSaleName("Practice tests")
                .setRegistrant(sale().getRegistrant())
                .setViolations(List.of())
                .setRejectedAt(BEGIN)
                .build();
    }

    /** When a term ends. */
    static Instant term(int number) {
        return BEGIN.plusSeconds(180L * 24 * 60 * 60 * number);
    }
}
