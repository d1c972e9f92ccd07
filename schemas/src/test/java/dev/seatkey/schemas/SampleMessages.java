package dev.seatkey.schemas;

import dev.seatkey.contract.BillingMethod;
import dev.seatkey.contract.CommandRefused;
import dev.seatkey.contract.Comment;
import dev.seatkey.contract.DecideSale;
import dev.seatkey.contract.DecisionUnmatched;
import dev.seatkey.contract.GrantedKey;
import dev.seatkey.contract.KeyCloseReason;
import dev.seatkey.contract.KeyClosed;
import dev.seatkey.contract.KeyIssued;
import dev.seatkey.contract.KeyRenewed;
import dev.seatkey.contract.LaunchGranted;
import dev.seatkey.contract.LaunchRefused;
import dev.seatkey.contract.MailParked;
import dev.seatkey.contract.MailSent;
import dev.seatkey.contract.NewOrganization;
import dev.seatkey.contract.Organization;
import dev.seatkey.contract.Person;
import dev.seatkey.contract.PlanActivated;
import dev.seatkey.contract.PlanEndReason;
import dev.seatkey.contract.PlanEnded;
import dev.seatkey.contract.Price;
import dev.seatkey.contract.PriceListEntry;
import dev.seatkey.contract.PriceTier;
import dev.seatkey.contract.RefusalReason;
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
import dev.seatkey.contract.SoldAs;
import dev.seatkey.contract.TestLaunched;
import dev.seatkey.contract.UserReference;
import dev.seatkey.contract.Verdict;
import dev.seatkey.contract.Violation;
import dev.seatkey.contract.WorkDue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;

/** One message of each type, from the life of one sale. */
final class SampleMessages {
    private static final String SALE = "S-2027-0001";
    private static final String CUSTOMER = "lakeside-college";
    private static final String DISTRIBUTION = "itpro-practice";
    private static final String TEST = "az-104";
    private static final String LAUNCH = "launch-7f3a";
    private static final String ISSUER = "https://lms.lakeside.example";
    private static final String LEARNER = "learner-42";
    private static final UUID KEY = UUID.fromString("6b0f1f52-7a44-3a5e-9c55-0f9f1d7f8f10");
    private static final UUID MAIL = UUID.fromString("c1a3c8f0-92d5-3c2b-8a44-3f9f2f1f5b20");
    private static final Instant REGISTERED = Instant.parse("2027-02-20T15:04:05.678Z");
    private static final Instant DECIDED = Instant.parse("2027-02-22T09:00:00Z");
    private static final Instant PLAN_FROM = Instant.parse("2027-03-01T06:00:00Z");
    private static final Instant PLAN_TO = Instant.parse("2028-02-29T06:00:00Z");
    private static final Instant LAUNCHED = Instant.parse("2027-03-02T14:30:00Z");
    private static final Instant TERM_TO = Instant.parse("2027-08-29T05:00:00Z");
    private static final Instant NEXT_TERM_TO = Instant.parse("2028-02-25T06:00:00Z");
    private static final UserReference SELLER = new UserReference("northwind", "ana");
    private static final UserReference APPROVER = new UserReference("seatkey-sales", "bo");
    private static final Person CONTACT = new Person("c-1", "Zoë Müller", "zoe@lakeside.example", "es-MX");

    private SampleMessages() {}

    static List<SpecificRecord> all() {
        return List.of(
                organization(),
                priceListEntry(),
                registerSale(),
                new DecideSale(SALE, Verdict.APPROVE, APPROVER, "within budget"),
                testLaunched(),
                SaleRegistered.newBuilder().setPosition(1).setSale(sale()).build(),
                saleRejected(),
                new SaleApproved(1, sale(), APPROVER, "within budget", DECIDED, 0),
                new SaleDeclined(1, sale(), APPROVER, "asked twice", DECIDED),
                new CommandRefused(
                        SALE, "DecideSale", APPROVER, "ALREADY_DECIDED", "The sale was approved already.", DECIDED),
                new DecisionUnmatched(SALE, Verdict.APPROVE, APPROVER, DECIDED, DECIDED.plusSeconds(3600)),
                new Sale(sale(), SaleStatus.APPROVED, APPROVER, DECIDED, DECIDED),
                planActivated(),
                new SeatTaken(SALE, 1, 1, 25, ISSUER, LEARNER, LAUNCHED),
                new PlanEnded(SALE, 2, PlanEndReason.PLAN_ENDED, 25, 24, PLAN_TO),
                launchGranted(),
                launchRefused(),
                keyIssued(),
                keyRenewed(),
                new KeyClosed(KEY, 3, SALE, CUSTOMER, ISSUER, LEARNER, TEST, KeyCloseReason.PLAN_ENDED, PLAN_TO),
                new MailSent(MAIL, SALE, "SaleApproved", "ana", "<" + MAIL + "@seatkey.example>", 1, DECIDED),
                new MailParked(MAIL, SALE, "SaleApproved", "ana", "550 no such user", 1, DECIDED),
                new WorkDue("renew-key", KEY.toString(), TERM_TO));
    }

    private static Organization organization() {
        return Organization.newBuilder()
                .setOrganizationId(CUSTOMER)
                .setName("Lakeside College")
                .setParentId("northwind")
                .setLtiService(true)
                .setContacts(List.of(CONTACT))
                .setUsers(List.of())
                .build();
    }

    private static PriceListEntry priceListEntry() {
        List<PriceTier> tiers =
                List.of(new PriceTier(1, new BigDecimal("19.9900")), new PriceTier(100, new BigDecimal("14.5000")));
        return PriceListEntry.newBuilder()
                .setDistributionId(DISTRIBUTION)
                .setDistributionName("IT PRO / Practice Test")
                .setSoldAs(SoldAs.SUBSCRIPTION_PLAN)
                .setVersion("2027-01")
                .setPrices(List.of(new Price("USD", tiers)))
                .build();
    }

    private static RegisterSale registerSale() {
        return RegisterSale.newBuilder()
                .setSaleId(SALE)
                .setSaleName("Lakeside, spring term")
                .setRegisteredBy(SELLER)
                .setNewCustomer(new NewOrganization(CUSTOMER, "Lakeside College", true, List.of(CONTACT), List.of()))
                .setDistributionId(DISTRIBUTION)
                .setSalesType(SalesType.PER_USER)
                .setNumberOfUsers(25)
                .setCurrency("USD")
                .setActivationDate(LocalDate.of(2027, 3, 1))
                .setTimeZone("America/Chicago")
                .setCustomerPoNumber("PO-991")
                .setBillingMethod(BillingMethod.INVOICE)
                .setComments(List.of(new Comment("Ana", REGISTERED, "Urgent, please")))
                .build();
    }

    private static SaleDetails sale() {
        return SaleDetails.newBuilder()
                .setSaleId(SALE)
                .setSaleName("Lakeside, spring term")
                .setRegistrant(
                        new Registrant("northwind", "Northwind", "ana", "Ana Díaz", "ana@northwind.example", "es"))
                .setCustomerId(CUSTOMER)
                .setCustomerName("Lakeside College")
                .setDistributionId(DISTRIBUTION)
                .setDistributionName("IT PRO / Practice Test")
                .setSalesType(SalesType.PER_USER)
                .setNumberOfUsers(25)
                .setCurrency("USD")
                .setDistributionPrice(new BigDecimal("19.9900"))
                .setSalesPrice(new BigDecimal("499.7500"))
                .setPriceListVersion("2027-01")
                .setKeyLengthDays(180)
                .setActivationDate(LocalDate.of(2027, 3, 1))
                .setCancellationDate(LocalDate.of(2028, 2, 29))
                .setTimeZone("America/Chicago")
                .setPlanFrom(PLAN_FROM)
                .setPlanTo(PLAN_TO)
                .setCustomerPoNumber("PO-991")
                .setBillingMethod(BillingMethod.INVOICE)
                .setComments(List.of(new Comment("Ana", REGISTERED, "Urgent, please")))
                .setRegisteredAt(REGISTERED)
                .build();
    }

    private static SaleRejected saleRejected() {
        return SaleRejected.newBuilder()
                .setSaleId(SALE)
                .setSaleName("Lakeside, spring term")
                .setViolations(List.of(
                        new Violation("numberOfUsers", "NUMBER_OF_USERS", "Must be 1 to 1,000,000; it is 0."),
                        new Violation("salesType", "SALES_TYPE_NOT_PER_USER", "Must be PER_USER; it is PER_TEST.")))
                .setRejectedAt(REGISTERED)
                .build();
    }

    private static PlanActivated planActivated() {
        return PlanActivated.newBuilder()
                .setSaleId(SALE)
                .setPosition(1)
                .setOrganizationId(CUSTOMER)
                .setDistributionId(DISTRIBUTION)
                .setSeats(25)
                .setPlanFrom(PLAN_FROM)
                .setPlanTo(PLAN_TO)
                .setTimeZone("America/Chicago")
                .setActivatedAt(PLAN_FROM)
                .build();
    }

    private static TestLaunched testLaunched() {
        return TestLaunched.newBuilder()
                .setLaunchId(LAUNCH)
                .setOrganizationId(CUSTOMER)
                .setDistributionId(DISTRIBUTION)
                .setTestId(TEST)
                .setIssuer(ISSUER)
                .setSubject(LEARNER)
                .setClientId("seatkey")
                .setDeploymentId("1")
                .setRoles(List.of("http://purl.imsglobal.org/vocab/lis/v2/membership#Learner"))
                .setLaunchedAt(LAUNCHED)
                .build();
    }

    private static LaunchGranted launchGranted() {
        return LaunchGranted.newBuilder()
                .setLaunchId(LAUNCH)
                .setIssuer(ISSUER)
                .setSubject(LEARNER)
                .setOrganizationId(CUSTOMER)
                .setTestId(TEST)
                .setKey(new GrantedKey(KEY, "7Q3KD-M9XTR-4HWPA-C6JYE-2VFNB", 1, LAUNCHED, TERM_TO, TERM_TO))
                .setSaleId(SALE)
                .setSeatNumber(1)
                .setLaunchedAt(LAUNCHED)
                .build();
    }

    private static LaunchRefused launchRefused() {
        return LaunchRefused.newBuilder()
                .setLaunchId(LAUNCH)
                .setIssuer(ISSUER)
                .setSubject(LEARNER)
                .setOrganizationId(CUSTOMER)
                .setTestId(TEST)
                .setReason(RefusalReason.NO_SEAT_LEFT)
                .setMessage("All 25 seats are taken.")
                .setSaleId(SALE)
                .setPlanFrom(PLAN_FROM)
                .setPlanTo(PLAN_TO)
                .setSeats(25)
                .setLaunchedAt(LAUNCHED)
                .build();
    }

    private static KeyIssued keyIssued() {
        return KeyIssued.newBuilder()
                .setKeyId(KEY)
                .setPosition(1)
                .setSaleId(SALE)
                .setSeatNumber(1)
                .setOrganizationId(CUSTOMER)
                .setIssuer(ISSUER)
                .setSubject(LEARNER)
                .setTestId(TEST)
                .setCode("7Q3KD-M9XTR-4HWPA-C6JYE-2VFNB")
                .setTerm(1)
                .setTermFrom(LAUNCHED)
                .setTermTo(TERM_TO)
                .setUsableUntil(TERM_TO)
                .build();
    }

    private static KeyRenewed keyRenewed() {
        return KeyRenewed.newBuilder()
                .setKeyId(KEY)
                .setPosition(2)
                .setSaleId(SALE)
                .setOrganizationId(CUSTOMER)
                .setIssuer(ISSUER)
                .setSubject(LEARNER)
                .setTestId(TEST)
                .setTerm(2)
                .setTermFrom(TERM_TO)
                .setTermTo(NEXT_TERM_TO)
                .setUsableUntil(NEXT_TERM_TO)
                .build();
    }
}
