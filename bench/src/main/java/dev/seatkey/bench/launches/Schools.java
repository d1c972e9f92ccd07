package dev.seatkey.bench.launches;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seatkey.bench.arena.Outgoing;
import dev.seatkey.contract.BillingMethod;
import dev.seatkey.contract.Registrant;
import dev.seatkey.contract.SaleApproved;
import dev.seatkey.contract.SaleDetails;
import dev.seatkey.contract.SaleRegistered;
import dev.seatkey.contract.SalesType;
import dev.seatkey.contract.TestLaunched;
import dev.seatkey.contract.UserReference;
import dev.seatkey.schemas.Topics;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Utils;

/** Schools with one running plan each, and seats for everybody; and the launches of their learners. */
public final class Schools {
    private static final String DISTRIBUTION = "it-pro-practice-test";
    private static final String ISSUER = "https://lms.example";
    private static final int SEATS = 1_000_000;
    private static final int DAYS = 365;
    private static final int TERM_DAYS = 180;

    private final String name;
    private final int count;
    private final Clock clock;
    private final int days;
    private int learners;
    private int launches;

    /** @param name tells these schools from others in the same store */
    public Schools(String name, int count, Clock clock) {
        this(name, count, clock, DAYS);
    }

    /** @param days how long the plans last */
    public Schools(String name, int count, Clock clock, int days) {
        this.days = days;
        this.name = name;
        this.count = count;
        this.clock = clock;
    }

    /** The news of the sales that their plans come from. */
    public List<Outgoing> plans() {
        var news = new ArrayList<Outgoing>();
        for (var school = 0; school < count; school++) {
            var sale = sale(school);
            var registered = SaleRegistered.newBuilder()
                    .setPosition(1)
                    .setSale(sale)
                    .setNewContacts(List.of())
                    .setNewUsers(List.of())
                    .build();
            news.add(new Outgoing(Topics.SALE_EVENTS.name(), sale.getSaleId(), registered));
            var approver = new UserReference("head-office", "approver");
            var approved = new SaleApproved(2, sale, approver, null, clock.instant(), 0);
            news.add(new Outgoing(Topics.SALE_EVENTS.name(), sale.getSaleId(), approved));
        }
        return news;
    }

    /** The sales that their plans come from. */
    public List<String> saleIds() {
        return IntStream.range(0, count).mapToObj(this::saleId).toList();
    }

    /** One launch of a new learner for each school. */
    public List<Outgoing> oneEach() {
        return newLearners(count);
    }

    /** Learners who open a test for the first time, the schools in turn. */
    public List<Outgoing> newLearners(int number) {
        var first = learners;
        learners += number;
        return IntStream.range(first, learners).mapToObj(this::launch).toList();
    }

    /** The same, keyed as platforms are advised: so that a school's launches are all in one partition. */
    List<Outgoing> newLearnersByOrganization(int number) {
        return newLearners(number).stream()
                .map(launch ->
                        new Outgoing(launch.topic(), ((TestLaunched) launch.body()).getOrganizationId(), launch.body()))
                .toList();
    }

    /** Learners who open a test for the first time, of those whose launches are kept in some partitions of their topic. */
    List<Outgoing> newLearners(int number, Set<Integer> partitions) {
        return Stream.generate(() -> launch(learners++))
                .filter(launch -> partitions.contains(partition(launch)))
                .limit(number)
                .toList();
    }

    /** As Kafka's producer has it, by default. */
    private static int partition(Outgoing launch) {
        var key = launch.key().getBytes(UTF_8);
        return Utils.toPositive(Utils.murmur2(key)) % Topics.TEST_LAUNCHES.partitions();
    }

    /** The learners who came last open their test again. */
    public List<Outgoing> knownLearners(int number) {
        return IntStream.range(0, number)
                .mapToObj(each -> launch(learners - 1 - each % learners))
                .toList();
    }

    private Outgoing launch(int learner) {
        var school = school(learner % count);
        var subject = "learner-" + learner;
        var launch = TestLaunched.newBuilder()
                .setLaunchId("launch-" + name + "-" + ++launches)
                .setOrganizationId(school)
                .setDistributionId(DISTRIBUTION)
                .setTestId("test-101")
                .setIssuer(ISSUER)
                .setSubject(subject)
                .setRoles(List.of("Learner"))
                .build();
        return new Outgoing(Topics.TEST_LAUNCHES.name(), school + "/" + subject, launch);
    }

    private String school(int number) {
        return "school-" + name + "-" + number;
    }

    private String saleId(int number) {
        return "sale-" + name + "-" + number;
    }

    private SaleDetails sale(int number) {
        var school = school(number);
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var from = today.atStartOfDay(ZoneOffset.UTC).toInstant();
        return SaleDetails.newBuilder()
                .setSaleId(saleId(number))
                .setSaleName("Practice tests of " + school)
                .setRegistrant(new Registrant(school, school, "seller", "Sam", "sam@" + school + ".example", null))
                .setCustomerId(school)
                .setCustomerName(school)
                .setDistributionId(DISTRIBUTION)
                .setDistributionName("IT PRO / Practice Test")
                .setSalesType(SalesType.PER_USER)
                .setNumberOfUsers(SEATS)
                .setCurrency("EUR")
                .setDistributionPrice(new BigDecimal("24.4850"))
                .setSalesPrice(new BigDecimal("24485000.0000"))
                .setPriceListVersion("1")
                .setKeyLengthDays(TERM_DAYS)
                .setActivationDate(today)
                .setCancellationDate(today.plusDays(days))
                .setTimeZone("UTC")
                .setPlanFrom(from)
                .setPlanTo(from.plus(Duration.ofDays(days)))
                .setBillingMethod(BillingMethod.INVOICE)
                .setComments(List.of())
                .setRegisteredAt(Instant.ofEpochMilli(clock.millis()))
                .build();
    }
}
