package dev.seatkey.bench.sales;

import dev.seatkey.bench.arena.Outgoing;
import dev.seatkey.contract.BillingMethod;
import dev.seatkey.contract.DecideSale;
import dev.seatkey.contract.Organization;
import dev.seatkey.contract.Person;
import dev.seatkey.contract.Price;
import dev.seatkey.contract.PriceListEntry;
import dev.seatkey.contract.PriceTier;
import dev.seatkey.contract.RegisterSale;
import dev.seatkey.contract.SalesType;
import dev.seatkey.contract.SoldAs;
import dev.seatkey.contract.UserReference;
import dev.seatkey.contract.Verdict;
import dev.seatkey.schemas.Topics;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A head office that approves what its schools buy. */
final class BackOffice {
    private static final String HEAD_OFFICE = "head-office";
    private static final String DISTRIBUTION = "it-pro-practice-test";
    private static final int SCHOOLS = 100;
    private static final int USERS = 25;

    private final Clock clock;
    private int sales;

    BackOffice(Clock clock) {
        this.clock = clock;
    }

    /** What must be known before anything can be sold. */
    List<Outgoing> opening() {
        var entry = PriceListEntry.newBuilder()
                .setDistributionId(DISTRIBUTION)
                .setDistributionName("IT PRO / Practice Test")
                .setSoldAs(SoldAs.SUBSCRIPTION_PLAN)
                .setVersion("1")
                .setPrices(List.of(new Price(
                        "EUR",
                        List.of(
                                new PriceTier(1, new BigDecimal("24.4850")),
                                new PriceTier(25, new BigDecimal("17.3333"))))))
                .build();
        var prices = new Outgoing(Topics.PRICE_LIST.name(), DISTRIBUTION, entry);
        var organizations = Stream.concat(
                Stream.of(organization(HEAD_OFFICE, null)),
                IntStream.range(0, SCHOOLS).mapToObj(each -> organization(school(each), HEAD_OFFICE)));
        return Stream.concat(Stream.of(prices), organizations).toList();
    }

    /** Registrations and approvals of so many sales, the approvals after them. */
    List<Outgoing> sales(int number) {
        var first = sales;
        sales += number;
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var records = new ArrayList<Outgoing>(2 * number);
        for (var sale = first; sale < sales; sale++) {
            records.add(registration(sale, today));
        }
        for (var sale = first; sale < sales; sale++) {
            records.add(approval(sale));
        }
        return records;
    }

    private static Outgoing registration(int number, LocalDate today) {
        var school = school(number % SCHOOLS);
        var id = id(number);
        var sale = RegisterSale.newBuilder()
                .setSaleId(id)
                .setSaleName("Practice tests of " + school)
                .setRegisteredBy(new UserReference(school, "seller"))
                .setCustomerId(school)
                .setDistributionId(DISTRIBUTION)
                .setSalesType(SalesType.PER_USER)
                .setNumberOfUsers(USERS)
                .setCurrency("EUR")
                .setActivationDate(today)
                .setTimeZone("Europe/Madrid")
                .setBillingMethod(BillingMethod.INVOICE)
                .setComments(List.of())
                .build();
        return new Outgoing(Topics.SALE_COMMANDS.name(), id, sale);
    }

    private static Outgoing approval(int number) {
        var decision = new DecideSale(id(number), Verdict.APPROVE, new UserReference(HEAD_OFFICE, "approver"), null);
        return new Outgoing(Topics.APPROVAL_DECISIONS.name(), id(number), decision);
    }

    private static Outgoing organization(String id, @Nullable String parent) {
        var users = Stream.of("seller", "approver")
                .map(user -> new Person(user, "Somebody of " + id, user + "@" + id + ".example", null))
                .toList();
        return new Outgoing(
                Topics.ORGANIZATIONS.name(), id, new Organization(id, "The " + id, parent, true, List.of(), users));
    }

    private static String school(int number) {
        return "school-" + number;
    }

    private static String id(int number) {
        return "sale-" + number;
    }
}
