package dev.seatkey.schemas;

import static dev.seatkey.schemas.Topic.Timestamps.BROKER;
import static dev.seatkey.schemas.Topic.Timestamps.SENDER;

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
import dev.seatkey.contract.Organization;
import dev.seatkey.contract.PlanActivated;
import dev.seatkey.contract.PlanEnded;
import dev.seatkey.contract.PriceListEntry;
import dev.seatkey.contract.RegisterSale;
import dev.seatkey.contract.Sale;
import dev.seatkey.contract.SaleApproved;
import dev.seatkey.contract.SaleDeclined;
import dev.seatkey.contract.SaleRegistered;
import dev.seatkey.contract.SaleRejected;
import dev.seatkey.contract.SeatTaken;
import dev.seatkey.contract.TestLaunched;
import dev.seatkey.contract.WorkDue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** The topic catalogue: every topic of the product, once. Workers, the local stack, deployment and documentation read it. */
public final class Topics {
    static {
        TrustedContracts.install();
    }

    private static final int BUSY = 6;
    private static final int QUIET = 3;
    private static final Optional<Duration> FOR_GOOD = Optional.empty();
    private static final String BACK_OFFICE = "back office";
    private static final String LTI_PLATFORM = "LTI platform";

    /** Names of the services, as they stand in dead letter and due topics, consumer groups and database names. */
    public static final String SALE_INTAKE = "sale-intake";

    public static final String APPROVAL_WORKER = "approval-worker";
    public static final String KEY_WORKER = "key-worker";
    public static final String NOTIFIER = "notifier";

    public static final Topic ORGANIZATIONS = new Topic(
            "organizations",
            "organization id",
            QUIET,
            FOR_GOOD,
            true,
            SENDER,
            List.of(Organization.class),
            Set.of(BACK_OFFICE, SALE_INTAKE),
            Set.of(SALE_INTAKE, APPROVAL_WORKER));

    public static final Topic PRICE_LIST = new Topic(
            "price-list",
            "distribution id",
            QUIET,
            FOR_GOOD,
            true,
            SENDER,
            List.of(PriceListEntry.class),
            Set.of(BACK_OFFICE),
            Set.of(SALE_INTAKE));

    public static final Topic SALE_COMMANDS = new Topic(
            "sale-commands",
            "sale id",
            QUIET,
            days(90),
            false,
            BROKER,
            List.of(RegisterSale.class),
            Set.of(BACK_OFFICE),
            Set.of(SALE_INTAKE));

    public static final Topic APPROVAL_DECISIONS = new Topic(
            "approval-decisions",
            "sale id",
            QUIET,
            days(90),
            false,
            BROKER,
            List.of(DecideSale.class),
            Set.of(BACK_OFFICE),
            Set.of(APPROVAL_WORKER));

    public static final Topic TEST_LAUNCHES = new Topic(
            "test-launches",
            "organization id, as advice to the sender",
            BUSY,
            days(30),
            false,
            BROKER,
            List.of(TestLaunched.class),
            Set.of(LTI_PLATFORM),
            Set.of(KEY_WORKER));

    public static final Topic SALE_EVENTS = new Topic(
            "sale-events",
            "sale id",
            QUIET,
            FOR_GOOD,
            false,
            SENDER,
            List.of(
                    SaleRegistered.class,
                    SaleRejected.class,
                    SaleApproved.class,
                    SaleDeclined.class,
                    CommandRefused.class,
                    DecisionUnmatched.class),
            Set.of(SALE_INTAKE, APPROVAL_WORKER),
            Set.of(SALE_INTAKE, APPROVAL_WORKER, KEY_WORKER, NOTIFIER));

    public static final Topic SALES = new Topic(
            "sales", "sale id", QUIET, FOR_GOOD, true, SENDER, List.of(Sale.class), Set.of(SALE_INTAKE), Set.of());

    public static final Topic PLAN_EVENTS = new Topic(
            "plan-events",
            "sale id",
            QUIET,
            FOR_GOOD,
            false,
            SENDER,
            List.of(PlanActivated.class, SeatTaken.class, PlanEnded.class),
            Set.of(KEY_WORKER),
            Set.of(SALE_INTAKE));

    public static final Topic LAUNCH_RESULTS = new Topic(
            "launch-results",
            "as the launch",
            BUSY,
            days(30),
            false,
            SENDER,
            List.of(LaunchGranted.class, LaunchRefused.class),
            Set.of(KEY_WORKER),
            Set.of());

    public static final Topic KEY_EVENTS = new Topic(
            "key-events",
            "key id",
            BUSY,
            FOR_GOOD,
            false,
            SENDER,
            List.of(KeyIssued.class, KeyRenewed.class, KeyClosed.class),
            Set.of(KEY_WORKER),
            Set.of());

    public static final Topic MAIL_EVENTS = new Topic(
            "mail-events",
            "sale id",
            QUIET,
            FOR_GOOD,
            false,
            SENDER,
            List.of(MailSent.class, MailParked.class),
            Set.of(NOTIFIER),
            Set.of());

    public static final Topic APPROVAL_WORKER_DUE = due(APPROVAL_WORKER, QUIET);
    public static final Topic KEY_WORKER_DUE = due(KEY_WORKER, BUSY);
    public static final Topic NOTIFIER_DUE = due(NOTIFIER, QUIET);

    private static final List<Topic> CONTRACT = List.of(
            ORGANIZATIONS,
            PRICE_LIST,
            SALE_COMMANDS,
            APPROVAL_DECISIONS,
            TEST_LAUNCHES,
            SALE_EVENTS,
            SALES,
            PLAN_EVENTS,
            LAUNCH_RESULTS,
            KEY_EVENTS,
            MAIL_EVENTS,
            APPROVAL_WORKER_DUE,
            KEY_WORKER_DUE,
            NOTIFIER_DUE);

    private Topics() {}

    /** Every topic that carries records of the contracts. */
    public static List<Topic> contract() {
        return CONTRACT;
    }

    /** Every topic that must exist: those of the contracts, and a dead letter topic for each reader of each. */
    public static List<Topic> all() {
        return Stream.concat(CONTRACT.stream(), CONTRACT.stream().flatMap(Topics::deadLetterTopics))
                .toList();
    }

    private static Stream<Topic> deadLetterTopics(Topic topic) {
        return topic.readers().stream()
                .sorted()
                .map(reader -> new Topic(
                        topic.deadLetters(reader),
                        "as it came",
                        1,
                        days(90),
                        false,
                        SENDER,
                        List.of(),
                        Set.of(reader),
                        Set.of()));
    }

    private static Topic due(String service, int partitions) {
        List<Class<? extends SpecificRecord>> records = List.of(WorkDue.class);
        return new Topic(
                service + "-due",
                "id of what is due",
                partitions,
                days(7),
                false,
                BROKER,
                records,
                Set.of(service),
                Set.of(service));
    }

    private static Optional<Duration> days(int days) {
        return Optional.of(Duration.ofDays(days));
    }
}
