package dev.seatkey.localstack.books;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seatkey.contract.BillingMethod;
import dev.seatkey.contract.GrantedKey;
import dev.seatkey.contract.KeyCloseReason;
import dev.seatkey.contract.KeyClosed;
import dev.seatkey.contract.KeyIssued;
import dev.seatkey.contract.KeyRenewed;
import dev.seatkey.contract.LaunchGranted;
import dev.seatkey.contract.LaunchRefused;
import dev.seatkey.contract.PlanActivated;
import dev.seatkey.contract.PlanEndReason;
import dev.seatkey.contract.PlanEnded;
import dev.seatkey.contract.RefusalReason;
import dev.seatkey.contract.Registrant;
import dev.seatkey.contract.Sale;
import dev.seatkey.contract.SaleApproved;
import dev.seatkey.contract.SaleDetails;
import dev.seatkey.contract.SaleRegistered;
import dev.seatkey.contract.SaleStatus;
import dev.seatkey.contract.SalesType;
import dev.seatkey.contract.SeatTaken;
import dev.seatkey.contract.TestLaunched;
import dev.seatkey.contract.UserReference;
import dev.seatkey.schemas.Topic;
import dev.seatkey.schemas.Topics;
import dev.seatkey.schemas.TrustedContracts;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;

/** The records of topics about one sale of two users, in Madrid, where the clocks change: from its registration to its end. */
final class Story {
    static {
        TrustedContracts.install();
    }

    static final String SALE = "sale-1";
    static final String ISSUER = "https://lms.example";
    static final UUID KEY = UUID.fromString("00000000-0000-8000-8000-00000000000a");
    static final String CODE = "AAAAA-BBBBB-CCCCC-DDDDD-EEEEE";
    static final ZoneId ZONE = ZoneId.of("Europe/Madrid");
    static final Instant REGISTERED = Instant.parse("2026-11-20T10:00:00Z");
    static final Instant APPROVED = Instant.parse("2026-11-21T10:00:00Z");
    static final Instant LAUNCHED = Instant.parse("2026-11-22T10:00:00Z");
    static final Instant TERM_2 = LAUNCHED.atZone(ZONE).plusDays(180).toInstant();
    static final Instant TERM_3 = LAUNCHED.atZone(ZONE).plusDays(360).toInstant();
    static final Instant TO = LocalDate.parse("2027-11-20").atStartOfDay(ZONE).toInstant();
    private static final UserReference APPROVER = new UserReference("head-office", "olga");

    private final List<Told> told = new ArrayList<>();

    private Story() {}

    static Story empty() {
        return new Story();
    }

    /** One learner takes one of the two seats and holds one key, for three terms. */
    static Story whole() {
        return empty().registered(details().build())
                .approved()
                .activated()
                .seat(1, "anna")
                .issued(KEY, 1, "anna", CODE)
                .granted("launch-1", KEY, CODE)
                .renewed(2, TERM_2, TERM_3)
                .renewed(3, TERM_3, LAUNCHED.atZone(ZONE).plusDays(540).toInstant())
                .closed(4)
                .ended(1)
                .stands(SaleStatus.ENDED, TO);
    }

    static SaleDetails.Builder details() {
        return SaleDetails.newBuilder()
                .setSaleId(SALE)
                .setSaleName("A sale")
                .setRegistrant(new Registrant("school", "The school", "seller", "Sam", "sam@school.example", null))
                .setCustomerId("school")
                .setCustomerName("The school")
                .setDistributionId("practice")
                .setDistributionName("IT PRO / Practice Test")
                .setSalesType(SalesType.PER_USER)
                .setNumberOfUsers(2)
                .setCurrency("EUR")
                .setDistributionPrice(new BigDecimal("10.0025"))
                .setSalesPrice(new BigDecimal("20.0000")) // 20.005, half-even
                .setPriceListVersion("1")
                .setKeyLengthDays(180)
                .setActivationDate(LocalDate.parse("2026-11-20"))
                .setCancellationDate(LocalDate.parse("2027-11-20"))
                .setTimeZone(ZONE.getId())
                .setPlanFrom(LocalDate.parse("2026-11-20").atStartOfDay(ZONE).toInstant())
                .setPlanTo(TO)
                .setBillingMethod(BillingMethod.INVOICE)
                .setRegisteredAt(REGISTERED);
    }

    List<Told> told() {
        return List.copyOf(told);
    }

    Story registered(SaleDetails sale) {
        return add(
                Topics.SALE_EVENTS,
                REGISTERED,
                "registered",
                SaleRegistered.newBuilder().setPosition(1).setSale(sale).build());
    }

    Story approved() {
        return add(
                Topics.SALE_EVENTS,
                APPROVED,
                "approved",
                new SaleApproved(1, details().build(), APPROVER, null, APPROVED, 1));
    }

    Story activated() {
        var sale = details().build();
        return add(
                Topics.PLAN_EVENTS,
                APPROVED,
                "activated",
                new PlanActivated(
                        SALE,
                        1,
                        sale.getCustomerId(),
                        sale.getDistributionId(),
                        sale.getNumberOfUsers(),
                        sale.getPlanFrom(),
                        sale.getPlanTo(),
                        sale.getTimeZone(),
                        APPROVED));
    }

    Story seat(int number, String subject) {
        return add(
                Topics.PLAN_EVENTS,
                LAUNCHED,
                "seat-" + number,
                new SeatTaken(SALE, number, 1, 2, ISSUER, subject, LAUNCHED));
    }

    Story issued(UUID keyId, int seat, String subject, String code) {
        return add(
                Topics.KEY_EVENTS,
                LAUNCHED,
                "issued-" + keyId,
                new KeyIssued(
                        keyId, 1, SALE, seat, "school", ISSUER, subject, "linux", code, 1, LAUNCHED, TERM_2, TERM_2));
    }

    Story renewed(int term, Instant from, Instant to) {
        var until = to.isBefore(TO) ? to : TO;
        return add(
                Topics.KEY_EVENTS,
                from,
                "renewed-" + term,
                new KeyRenewed(KEY, term, SALE, "school", ISSUER, "anna", "linux", term, from, to, until));
    }

    Story closed(int position) {
        return add(
                Topics.KEY_EVENTS,
                TO,
                "closed",
                new KeyClosed(KEY, position, SALE, "school", ISSUER, "anna", "linux", KeyCloseReason.PLAN_ENDED, TO));
    }

    Story ended(int seatsTaken) {
        return add(
                Topics.PLAN_EVENTS, TO, "ended", new PlanEnded(SALE, 2, PlanEndReason.PLAN_ENDED, 2, seatsTaken, TO));
    }

    Story stands(SaleStatus status, Instant since) {
        return add(
                Topics.SALES,
                since,
                "stands-" + status,
                new Sale(details().build(), status, APPROVER, APPROVED, since));
    }

    Story asked(String launchId) {
        return add(
                Topics.TEST_LAUNCHES,
                LAUNCHED,
                "asked-" + launchId,
                TestLaunched.newBuilder()
                        .setLaunchId(launchId)
                        .setOrganizationId("school")
                        .setDistributionId("practice")
                        .setTestId("linux")
                        .setIssuer(ISSUER)
                        .setSubject("anna")
                        .build());
    }

    Story granted(String launchId, UUID keyId, String code) {
        return add(
                Topics.LAUNCH_RESULTS,
                LAUNCHED,
                "granted-" + launchId,
                new LaunchGranted(
                        launchId,
                        ISSUER,
                        "anna",
                        "school",
                        "linux",
                        new GrantedKey(keyId, code, 1, LAUNCHED, TERM_2, TERM_2),
                        SALE,
                        1,
                        LAUNCHED));
    }

    Story refused(String launchId) {
        return add(
                Topics.LAUNCH_RESULTS,
                LAUNCHED,
                "refused-" + launchId,
                LaunchRefused.newBuilder()
                        .setLaunchId(launchId)
                        .setIssuer(ISSUER)
                        .setSubject("bert")
                        .setOrganizationId("school")
                        .setTestId("linux")
                        .setReason(RefusalReason.NO_SEAT_LEFT)
                        .setMessage("All seats of the plan of sale sale-1 are taken.")
                        .setSaleId(SALE)
                        .setLaunchedAt(LAUNCHED)
                        .build());
    }

    /** A record under an id that follows from its name, as the ids of events follow from what they are about. */
    Story add(Topic topic, Instant at, String name, SpecificRecord body) {
        var place = new Told.Place(topic.name(), 0, told.size());
        told.add(new Told(place, at, UUID.nameUUIDFromBytes(name.getBytes(UTF_8)), "", body));
        return this;
    }
}
