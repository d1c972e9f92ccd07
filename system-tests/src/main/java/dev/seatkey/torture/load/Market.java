package dev.seatkey.torture.load;

import dev.seatkey.contract.BillingMethod;
import dev.seatkey.contract.Comment;
import dev.seatkey.contract.DecideSale;
import dev.seatkey.contract.NewOrganization;
import dev.seatkey.contract.Organization;
import dev.seatkey.contract.Person;
import dev.seatkey.contract.Price;
import dev.seatkey.contract.PriceListEntry;
import dev.seatkey.contract.PriceTier;
import dev.seatkey.contract.RegisterSale;
import dev.seatkey.contract.SalesType;
import dev.seatkey.contract.SoldAs;
import dev.seatkey.contract.TestLaunched;
import dev.seatkey.contract.UserReference;
import dev.seatkey.contract.Verdict;
import dev.seatkey.schemas.Topics;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Invents schools, their sales, the decisions on them and their learners' launches, all from one source of chance. Some messages
 * are sent twice, some come late or before what they are about, some are wrong, and some are no messages at all.
 */
public final class Market {
    /** Who decides on sales, and may. */
    public static final UserReference APPROVER = new UserReference("head-office", "olga");

    private static final String DISTRIBUTION = "it-pro-practice-test";
    private static final List<String> ZONES =
            List.of("UTC", "Europe/Madrid", "America/New_York", "Asia/Tokyo", "Pacific/Apia", "America/Sao_Paulo");
    private static final List<String> TESTS = List.of("linux", "networks", "security");
    private static final int SALES_OF_A_SCHOOL = 4;

    private final Random chance;
    private final List<School> schools = new ArrayList<>();
    private final List<TestLaunched> told = new ArrayList<>();
    private int sales;
    private int launches;

    public Market(Random chance) {
        this.chance = chance;
    }

    /** What must be there before anything can be sold. */
    List<Outgoing> opening() {
        var tiers = List.of(
                new PriceTier(1, new BigDecimal("24.4850")),
                new PriceTier(5, new BigDecimal("21.9900")),
                new PriceTier(25, new BigDecimal("17.3333")));
        var entry = PriceListEntry.newBuilder()
                .setDistributionId(DISTRIBUTION)
                .setDistributionName("IT PRO / Practice Test")
                .setSoldAs(SoldAs.SUBSCRIPTION_PLAN)
                .setVersion("1")
                .setPrices(List.of(new Price("EUR", tiers)))
                .build();
        var olga = person("olga", "head-office");
        return List.of(
                Outgoing.of(Topics.PRICE_LIST, DISTRIBUTION, entry),
                Outgoing.of(
                        Topics.ORGANIZATIONS,
                        "head-office",
                        new Organization("head-office", "The head office", null, true, List.of(), List.of(olga))));
    }

    /**
     * A portion of load: sales with their decisions, and launches under these and earlier sales, in the order of sending.
     *
     * @param newSales how many registrations, not counting those that are sent again
     * @param newLaunches how many launches, not counting those that are sent again
     */
    List<Outgoing> portion(LocalDate today, int newSales, int newLaunches) {
        var ahead = new ArrayList<Outgoing>();
        var first = new ArrayList<Outgoing>();
        var later = new ArrayList<Outgoing>();
        for (var i = 0; i < newSales; i++) {
            sell(today, ahead, first, later);
        }
        for (var i = 0; i < newLaunches && !schools.isEmpty(); i++) {
            launch(later);
        }
        Collections.shuffle(later, chance);
        // Registrations come early in their portion, so that its launches may find a plan; but some decisions come
        // before them.
        var mixed = new ArrayList<>(first);
        mixed.addAll(later);
        for (var i = 0; i < first.size() && !later.isEmpty(); i++) {
            Collections.swap(mixed, i, chance.nextInt(mixed.size() / 2 + 1));
        }
        spoil(mixed);
        ahead.addAll(mixed);
        return ahead;
    }

    private void sell(LocalDate today, List<Outgoing> ahead, List<Outgoing> first, List<Outgoing> later) {
        var school = schoolFor(ahead);
        var id = "sale-" + ++sales;
        var sale = registration(id, school, today);
        first.add(Outgoing.of(Topics.SALE_COMMANDS, id, sale));
        if (chance.nextInt(5) == 0) {
            later.add(Outgoing.of(Topics.SALE_COMMANDS, id, sale));
        }
        if (chance.nextInt(25) == 0) {
            var other = RegisterSale.newBuilder(sale)
                    .setSaleName("Another sale under a used id")
                    .build();
            if (sale.getDistributionId().equals(DISTRIBUTION)) {
                later.add(Outgoing.of(Topics.SALE_COMMANDS, id, other));
            }
        }
        decide(id, school, later);
        school.places += sale.getNumberOfUsers();
    }

    private void decide(String saleId, School school, List<Outgoing> later) {
        var kind = chance.nextInt(100);
        if (kind < 5) {
            var self = new UserReference(school.id, "seller");
            later.add(decision(new DecideSale(saleId, Verdict.APPROVE, self, null)));
        }
        var decision = kind < 88
                ? new DecideSale(saleId, Verdict.APPROVE, APPROVER, null)
                : new DecideSale(saleId, Verdict.DECLINE, APPROVER, "The school has not paid its last sale");
        if (kind < 98) {
            later.add(decision(decision));
        }
        if (chance.nextInt(8) == 0 && kind < 98) {
            later.add(decision(decision));
        }
        if (chance.nextInt(20) == 0 && kind < 98) {
            later.add(decision(new DecideSale(saleId, Verdict.DECLINE, APPROVER, "Second thoughts")));
        }
    }

    private static Outgoing decision(DecideSale decision) {
        return Outgoing.of(Topics.APPROVAL_DECISIONS, decision.getSaleId(), decision);
    }

    private RegisterSale registration(String id, School school, LocalDate today) {
        var branch = "branch-of-" + id;
        var toBranch = chance.nextInt(20) == 0;
        return RegisterSale.newBuilder()
                .setSaleId(id)
                .setSaleName("Practice tests " + id)
                .setRegisteredBy(new UserReference(school.id, "seller"))
                .setCustomerId(toBranch ? null : school.id)
                .setNewCustomer(
                        toBranch
                                ? new NewOrganization(
                                        branch, "The " + branch, true, List.of(person("contact", branch)), List.of())
                                : null)
                .setDistributionId(chance.nextInt(100) < 6 ? "no-such-distribution" : DISTRIBUTION)
                .setSalesType(SalesType.PER_USER)
                .setNumberOfUsers(1 + chance.nextInt(chance.nextInt(10) == 0 ? 60 : 14))
                .setCurrency("EUR")
                .setActivationDate(today.plusDays(chance.nextInt(4) == 0 ? 1 + chance.nextInt(5) : 0))
                .setTimeZone(ZONES.get(chance.nextInt(ZONES.size())))
                .setBillingMethod(BillingMethod.INVOICE)
                .setComments(List.<Comment>of())
                .build();
    }

    private School schoolFor(List<Outgoing> ahead) {
        var newest = schools.isEmpty() ? null : schools.get(schools.size() - 1);
        if (newest == null || newest.sales == SALES_OF_A_SCHOOL) {
            newest = new School("school-" + (schools.size() + 1));
            schools.add(newest);
            ahead.add(Outgoing.of(
                    Topics.ORGANIZATIONS,
                    newest.id,
                    new Organization(
                            newest.id,
                            "The " + newest.id,
                            "head-office",
                            true,
                            List.of(),
                            List.of(person("seller", newest.id)))));
        }
        newest.sales++;
        return newest;
    }

    private void launch(List<Outgoing> later) {
        if (!told.isEmpty() && chance.nextInt(20) == 0) {
            later.add(outgoing(told.get(chance.nextInt(told.size()))));
        }
        // Most launches are of those schools that bought last: the plans of others have ended.
        var recent = Math.max(0, schools.size() - 60);
        var school = schools.get(
                chance.nextInt(8) == 0
                        ? chance.nextInt(schools.size())
                        : recent + chance.nextInt(schools.size() - recent));
        var places = Math.max(1, school.places * 6 / 5);
        var subject = chance.nextInt(100) == 0 ? null : "learner-" + chance.nextInt(places);
        var launch = TestLaunched.newBuilder()
                .setLaunchId("launch-" + ++launches)
                .setOrganizationId(school.id)
                .setDistributionId(chance.nextInt(100) == 0 ? "another-distribution" : DISTRIBUTION)
                .setTestId(TESTS.get(chance.nextInt(chance.nextInt(4) == 0 ? TESTS.size() : 1)))
                .setIssuer("https://lms.example")
                .setSubject(subject)
                .setRoles(List.of(chance.nextInt(50) == 0 ? "Instructor" : "Learner"))
                .build();
        if (told.size() < 1_000) {
            told.add(launch);
        } else {
            told.set(chance.nextInt(told.size()), launch);
        }
        later.add(outgoing(launch));
    }

    /** Not under the advised key, but spread, so that instances compete for the seats of each plan. */
    private static Outgoing outgoing(TestLaunched launch) {
        var key = launch.getOrganizationId() + launch.getSubject();
        return Outgoing.of(Topics.TEST_LAUNCHES, key, launch);
    }

    /** Puts records in between that nobody can read. */
    private void spoil(List<Outgoing> records) {
        var count = 1 + records.size() / 300;
        for (var i = 0; i < count; i++) {
            var neighbour = records.get(chance.nextInt(records.size()));
            if (!neighbour.topic().compacted()) {
                var broken = Outgoing.broken(neighbour.topic(), neighbour.key(), rubbish());
                records.add(chance.nextInt(records.size()), broken);
            }
        }
    }

    private byte @Nullable [] rubbish() {
        var bytes = new byte[1 + chance.nextInt(200)];
        return switch (chance.nextInt(4)) {
            case 0 -> null;
            case 1 ->
                ByteBuffer.allocate(9)
                        .put((byte) 0)
                        .putInt(Integer.MAX_VALUE)
                        .putInt(7)
                        .array();
            case 2 -> ByteBuffer.allocate(5).put((byte) 0).putInt(1).array();
            default -> {
                chance.nextBytes(bytes);
                bytes[0] = 1;
                yield bytes;
            }
        };
    }

    private static Person person(String id, String organization) {
        return new Person(id, "Somebody of " + organization, id + "@" + organization + ".example", null);
    }

    private static final class School {
        private final String id;
        private int sales;
        private int places;

        School(String id) {
            this.id = id;
        }
    }
}
