package dev.seatkey.intake.registration;

import static dev.seatkey.intake.Samples.NOON;
import static dev.seatkey.intake.Samples.aSale;
import static dev.seatkey.intake.Samples.aSaleToANewCustomer;
import static dev.seatkey.intake.Samples.newOrganization;
import static dev.seatkey.intake.Samples.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seatkey.contract.Comment;
import dev.seatkey.contract.NewOrganization;
import dev.seatkey.contract.Organization;
import dev.seatkey.contract.Person;
import dev.seatkey.contract.RegisterSale;
import dev.seatkey.contract.SaleDetails;
import dev.seatkey.contract.SaleRegistered;
import dev.seatkey.contract.SaleRejected;
import dev.seatkey.contract.SalesType;
import dev.seatkey.contract.UserReference;
import dev.seatkey.messaging.BrokenRecord;
import dev.seatkey.messaging.LostRace;
import dev.seatkey.messaging.Publication;
import dev.seatkey.schemas.Topics;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegisterSaleTest {
    private final Desk desk = new Desk();

    @Nested
    @DisplayName("S1: one sale for each sale id")
    class OneSaleForEachId {

        @Test
        void answersTheSameRegistrationTenTimesWithTheSameEvent() {
            List<Publication> first = desk.handle(aSale("one"));

            for (int i = 0; i < 10; i++) {
                List<Publication> again = desk.handle(NOON.plusSeconds(i), aSale("one"));

                assertThat(again).containsExactly(first.get(0));
            }
            assertThat(desk.sales).hasSize(1);
        }

        @Test
        void rejectsAnotherContentUnderAUsedIdAndNamesTheFields() {
            desk.handle(aSale("one"));
            var before = desk.sales.get("one");

            SaleRejected rejected = desk.rejected(
                    aSale("one").setNumberOfUsers(26).setComments(List.of(new Comment("Nora", NOON, "Urgent"))));

            assertThat(rejected.getViolations()).extracting("field").containsExactly("comments", "numberOfUsers");
            assertThat(rejected.getViolations()).extracting("code").containsOnly("SALE_ID_REUSED");
            assertThat(desk.sales.get("one")).isSameAs(before);
        }

        @Test
        void tellsAnAbsentValueFromAnEmptyOne() {
            desk.handle(aSale("one").setOrderNumber(null));

            assertThat(desk.violations(aSale("one").setOrderNumber(""))).containsExactly("orderNumber SALE_ID_REUSED");
        }

        @Test
        void answersBothWithinOneBatch() {
            List<Publication> sent =
                    desk.handle(NOON, aSale("one"), aSale("one"), aSale("one").setCurrency("JPY"));

            assertThat(sent)
                    .extracting(publication -> publication.body().getClass().getSimpleName())
                    .containsExactly("SaleRegistered", "SaleRegistered", "SaleRejected");
            assertThat(sent.get(1)).isEqualTo(sent.get(0));
        }

        @Test
        void givesTheSameRejectionTheSameId() {
            UUID first = desk.handle(aSale("one").setNumberOfUsers(0)).get(0).id();

            assertThat(desk.handle(aSale("one").setNumberOfUsers(0)).get(0).id())
                    .isEqualTo(first);
            assertThat(desk.handle(aSale("one").setNumberOfUsers(-1)).get(0).id())
                    .isNotEqualTo(first);
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 201})
        void cannotAnswerARegistrationWithoutAUsableId(int length) {
            assertThatThrownBy(() -> desk.handle(aSale("x".repeat(length)))).isInstanceOf(BrokenRecord.class);
        }
    }

    @Nested
    @DisplayName("S2: who registers, and for whom")
    class WhoAndForWhom {

        @Test
        void needsACustomer() {
            assertThat(desk.violations(aSale("one").setCustomerId(null))).containsExactly("customerId REQUIRED");
        }

        @Test
        void allowsOneCustomerOnly() {
            assertThat(desk.violations(aSale("one").setNewCustomer(newOrganization("founded"))))
                    .containsExactly("newCustomer INVALID");
        }

        @Test
        void needsAKnownRegistrant() {
            assertThat(desk.violations(aSale("one").setRegisteredBy(new UserReference("nowhere", "nora"))))
                    .containsExactly("registeredBy.organizationId UNKNOWN_ORGANIZATION");
            assertThat(desk.violations(aSale("one").setRegisteredBy(new UserReference("northwind", "nobody"))))
                    .containsExactly("registeredBy.userId UNKNOWN_USER");
            assertThat(desk.violations(aSale("one").setRegisteredBy(new UserReference("", ""))))
                    .containsExactly("registeredBy.organizationId REQUIRED", "registeredBy.userId REQUIRED");
        }

        @Test
        void needsAKnownCustomerAndReseller() {
            assertThat(desk.violations(aSale("one").setCustomerId("nowhere").setResellerId("no-one")))
                    .containsExactly("customerId UNKNOWN_ORGANIZATION", "resellerId UNKNOWN_ORGANIZATION");
            assertThat(desk.registered(aSale("two").setResellerId("elsewhere"))
                            .getSale()
                            .getResellerId())
                    .isEqualTo("elsewhere");
        }

        @Test
        void makesANewCustomerAChildOfTheRegistrant() {
            List<Publication> sent = desk.handle(aSaleToANewCustomer("one", "founded"));

            Organization told = Desk.only(sent, Organization.class);
            assertThat(told.getParentId()).isEqualTo("northwind");
            assertThat(told.getContacts()).containsExactly(person("carla"));
            assertThat(sent.get(0).topic()).isEqualTo(Topics.ORGANIZATIONS);
            assertThat(Desk.only(sent, SaleRegistered.class).getSale().getCustomerName())
                    .isEqualTo("Name of founded");
            desk.registered(aSale("two").setCustomerId("founded"));
        }

        @Test
        void refusesAnIdThatAnotherOrganizationHas() {
            desk.handle(aSaleToANewCustomer("one", "founded"));

            assertThat(desk.violations(aSaleToANewCustomer("two", "founded")))
                    .containsExactly("newCustomer.organizationId ID_IN_USE");
            assertThat(desk.violations(aSaleToANewCustomer("three", "elsewhere")))
                    .containsExactly("newCustomer.organizationId ID_IN_USE");
        }

        @Test
        void addsPeopleToTheCustomer() {
            List<Publication> sent = desk.handle(
                    aSale("one").setNewContacts(List.of(person("dora"))).setNewUsers(List.of(person("emil"))));

            SaleRegistered registered = Desk.only(sent, SaleRegistered.class);
            assertThat(registered.getNewContacts()).containsExactly(person("dora"));
            assertThat(registered.getNewUsers()).containsExactly(person("emil"));
            assertThat(sent).noneMatch(publication -> publication.body() instanceof Organization);
            desk.registered(aSale("two").setRegisteredBy(new UserReference("harbor", "emil")));
        }

        @Test
        void knowsAPersonAgainWhoseLanguageDiffers() {
            Person hugo = new Person("hugo", "Name of hugo", "hugo@example.com", "fr");

            assertThat(desk.registered(aSale("one").setNewContacts(List.of(hugo)))
                            .getNewContacts())
                    .isEmpty();
        }

        @Test
        void refusesTwoPeopleUnderOneIdInBothListsOfANewCustomer() {
            Person impostor = new Person("carla", "Another", "other@example.com", null);

            assertThat(desk.violations(aSaleToANewCustomer("one", "founded").setNewContacts(List.of(impostor))))
                    .containsExactly("newContacts[0].personId ID_IN_USE");
            List<Publication> sent =
                    desk.handle(aSaleToANewCustomer("one", "founded").setNewContacts(List.of(person("carla"))));
            assertThat(Desk.only(sent, Organization.class).getContacts()).containsExactly(person("carla"));
        }

        @Test
        void addsNobodyToAnOrganizationThatTookTheIdMeanwhile() {
            desk.beforeNextWrite(() -> {
                desk.organizations.put("founded", Desk.stranger("founded"));
                throw new LostRace("taken");
            });
            assertThatThrownBy(() -> desk.handle(aSaleToANewCustomer("one", "founded")))
                    .isInstanceOf(LostRace.class);

            assertThat(desk.sales).isEmpty();
            assertThat(desk.violations(aSaleToANewCustomer("one", "founded")))
                    .containsExactly("newCustomer.organizationId ID_IN_USE");
            assertThat(desk.organizations).containsEntry("founded", Desk.stranger("founded"));
        }

        @Test
        void goesOnWhereACrashCameBetweenTheNewCustomerAndItsSale() {
            desk.handle(aSaleToANewCustomer("one", "founded"));
            desk.sales.clear();

            assertThat(desk.violations(aSale("two").setCustomerId("founded")))
                    .containsExactly("customerId UNKNOWN_ORGANIZATION");
            assertThat(desk.violations(aSaleToANewCustomer("three", "founded")))
                    .containsExactly("newCustomer.organizationId ID_IN_USE");
            assertThat(Desk.only(desk.handle(aSaleToANewCustomer("one", "founded")), Organization.class)
                            .getContacts())
                    .containsExactly(person("carla"));
            desk.registered(aSale("two").setCustomerId("founded"));
        }

        @Test
        void acceptsPeopleWhoAreThereAlreadyButNobodyElseUnderTheirId() {
            assertThat(desk.handle(aSale("one").setNewContacts(List.of(person("hugo")))))
                    .extracting(publication -> publication.body().getClass().getSimpleName())
                    .containsExactly("SaleRegistered");
            Person impostor = new Person("hugo", "Another", "other@example.com", null);
            assertThat(desk.violations(aSale("two").setNewContacts(List.of(impostor))))
                    .containsExactly("newContacts[0].personId ID_IN_USE");
        }

        @Test
        void createsNothingOfARejectedRegistration() {
            List<Publication> sent = desk.handle(
                    aSaleToANewCustomer("one", "founded").setNumberOfUsers(0).setNewUsers(List.of(person("emil"))));

            assertThat(sent).hasSize(1);
            assertThat(desk.organizations).doesNotContainKey("founded");
            assertThat(desk.sales).isEmpty();
        }

        @Test
        void needsWholePeople() {
            Person nobody = new Person("", "", "", null);
            Person twice = person("twice");

            assertThat(desk.violations(aSale("one").setNewContacts(List.of(nobody))))
                    .containsExactly(
                            "newContacts[0].personId REQUIRED",
                            "newContacts[0].name REQUIRED",
                            "newContacts[0].mailAddress REQUIRED");
            assertThat(desk.violations(aSale("two").setNewUsers(List.of(twice, twice))))
                    .containsExactly("newUsers[1].personId ID_IN_USE");
            assertThat(desk.violations(aSaleToANewCustomer("three", "founded")
                            .setNewCustomer(NewOrganization.newBuilder(newOrganization("founded"))
                                    .setContacts(List.of())
                                    .build())))
                    .containsExactly("newCustomer.contacts REQUIRED");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "plain",
                    "a b@example.com",
                    "@example.com",
                    "a@",
                    "a@nodot",
                    "a@b@c.org",
                    "a@x.org\r\nBcc: b@x.org"
                })
        void needsPlausibleAddresses(String address) {
            Person person = new Person("dora", "Dora", address, null);

            assertThat(desk.violations(aSale("one").setNewContacts(List.of(person))))
                    .containsExactly("newContacts[0].mailAddress INVALID");
        }

        @Test
        void takesNoCrowdAtOnce() {
            List<Person> crowd = Stream.iterate(0, i -> i + 1)
                    .limit(101)
                    .map(i -> person("p" + i))
                    .toList();

            assertThat(desk.violations(aSale("one").setNewUsers(crowd))).containsExactly("newUsers TOO_LONG");
            List<Person> impostors =
                    Collections.nCopies(200_000, new Person("nora", "Another", "other@example.com", null));
            assertThat(desk.violations(aSale("two").setNewUsers(impostors))).containsExactly("newUsers TOO_LONG");
        }
    }

    @Nested
    @DisplayName("S3, S4: which customers can be sold to")
    class Customers {

        @ParameterizedTest
        @ValueSource(strings = {"northwind", "harbor", "pier"})
        void sellsToItselfAndAllBelow(String customer) {
            assertThat(desk.registered(aSale("one").setCustomerId(customer))
                            .getSale()
                            .getCustomerId())
                    .isEqualTo(customer);
        }

        @Test
        void doesNotSellBesideOrAbove() {
            assertThat(desk.violations(aSale("one").setCustomerId("elsewhere")))
                    .containsExactly("customerId OUTSIDE_YOUR_ORGANIZATION");
            assertThat(desk.violations(aSale("two")
                            .setRegisteredBy(new UserReference("harbor", "nora"))
                            .setCustomerId("northwind")))
                    .containsExactly("customerId OUTSIDE_YOUR_ORGANIZATION");
        }

        @Test
        void needsTheLtiService() {
            assertThat(desk.violations(aSale("one").setCustomerId("archive")))
                    .containsExactly("customerId NO_LTI_SERVICE");
            assertThat(desk.violations(aSaleToANewCustomer("two", "founded")
                            .setNewCustomer(NewOrganization.newBuilder(newOrganization("founded"))
                                    .setLtiService(false)
                                    .build())))
                    .containsExactly("newCustomer.ltiService NO_LTI_SERVICE");
        }
    }

    @Nested
    @DisplayName("S5, S6, S7: what is sold, to how many, at which price")
    class WhatIsSold {

        @Test
        void sellsSubscriptionPlansOnly() {
            assertThat(desk.violations(aSale("one").setDistributionId("nothing")))
                    .containsExactly("distributionId UNKNOWN_DISTRIBUTION");
            assertThat(desk.violations(aSale("two").setDistributionId("single-test")))
                    .containsExactly("distributionId NOT_A_SUBSCRIPTION_DISTRIBUTION");
            assertThat(desk.violations(aSale("three").setSalesType(SalesType.PER_TEST)))
                    .containsExactly("salesType SALES_TYPE_NOT_PER_USER");
        }

        @ParameterizedTest
        @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1_000_001, Integer.MAX_VALUE})
        void sellsToNoOtherNumberOfUsers(int users) {
            assertThat(desk.violations(aSale("one").setNumberOfUsers(users)))
                    .containsExactly("numberOfUsers OUT_OF_RANGE");
        }

        @ParameterizedTest
        @CsvSource({
            "1,       49.99,  49.99",
            "25,      49.99,  1249.75",
            "99,      49.99,  4949.01",
            "100,     39.995, 3999.50",
            "101,     39.995, 4039.50",
            "103,     39.995, 4119.48",
            "999,     39.995, 39955.00",
            "1000,    29.00,  29000.00",
            "1000000, 29.00,  29000000.00"
        })
        void pricesByTierAndRoundsHalfEven(int users, BigDecimal perUser, BigDecimal total) {
            SaleDetails sale =
                    desk.registered(aSale("one").setNumberOfUsers(users)).getSale();

            assertThat(sale.getDistributionPrice()).isEqualByComparingTo(perUser);
            assertThat(sale.getSalesPrice()).isEqualByComparingTo(total);
            assertThat(sale.getPriceListVersion()).isEqualTo("2027-1");
        }

        @Test
        void roundsToTheMinorUnitOfTheCurrency() {
            assertThat(desk.registered(aSale("one").setCurrency("JPY").setNumberOfUsers(11))
                            .getSale()
                            .getSalesPrice())
                    .isEqualByComparingTo("57206");
        }

        @Test
        void needsAPriceInThatCurrency() {
            assertThat(desk.violations(aSale("one").setCurrency("EUR"))).containsExactly("currency NO_PRICE");
            assertThat(desk.violations(aSale("two").setCurrency("JPY").setNumberOfUsers(9)))
                    .containsExactly("currency NO_PRICE");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "usd", "DOLLAR", "XXX"})
        void needsARealCurrency(String currency) {
            assertThat(desk.violations(aSale("one").setCurrency(currency))).containsExactly("currency INVALID");
        }

        @Test
        @DisplayName("S8: the key length comes from the distribution")
        void takesTheKeyLengthFromTheDistribution() {
            assertThat(desk.registered(aSale("one")).getSale().getKeyLengthDays())
                    .isEqualTo(180);
        }
    }

    @Nested
    @DisplayName("S9: when the plan runs")
    class WhenThePlanRuns {

        @Test
        void runs365DaysAndNotToAnAnniversary() {
            SaleDetails sale = desk.registered(aSale("one")
                            .setActivationDate(LocalDate.of(2027, 3, 1))
                            .setTimeZone("Europe/Madrid"))
                    .getSale();

            assertThat(sale.getCancellationDate()).isEqualTo(LocalDate.of(2028, 2, 29));
            assertThat(sale.getPlanFrom()).isEqualTo(Instant.parse("2027-02-28T23:00:00Z"));
            assertThat(sale.getPlanTo()).isEqualTo(Instant.parse("2028-02-28T23:00:00Z"));
        }

        @ParameterizedTest
        @CsvSource({"2027-01-29,false", "2027-01-30,true", "2029-03-01,true", "2029-03-02,false", "2028-02-29,true"})
        void startsWithinTheWindow(LocalDate date, boolean allowed) {
            RegisterSale.Builder sale = aSale("one").setActivationDate(date);

            if (allowed) {
                assertThat(desk.registered(sale).getSale().getActivationDate()).isEqualTo(date);
            } else {
                assertThat(desk.violations(sale)).containsExactly("activationDate OUT_OF_RANGE");
            }
        }

        @Test
        void countsFromTheDayInTheSalesOwnZone() {
            LocalDate thirtyOneDaysBackInUtc = LocalDate.of(2027, 1, 29);
            Instant justBeforeMidnightInHonolulu = Instant.parse("2027-03-01T09:59:59Z");

            RegisterSale.Builder sale = aSale("one").setActivationDate(thirtyOneDaysBackInUtc);

            assertThat(desk.violations(justBeforeMidnightInHonolulu, sale))
                    .containsExactly("activationDate OUT_OF_RANGE");
            assertThat(desk.registered(justBeforeMidnightInHonolulu, sale.setTimeZone("Pacific/Honolulu"))
                            .getSale()
                            .getTimeZone())
                    .isEqualTo("Pacific/Honolulu");
        }

        @Test
        void takesUtcWhereNoZoneIsGiven() {
            assertThat(desk.registered(aSale("one")).getSale().getTimeZone()).isEqualTo("UTC");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "Mars/Olympus", "+02:00", "europe/madrid"})
        void needsAnIanaZone(String zone) {
            assertThat(desk.violations(aSale("one").setTimeZone(zone))).containsExactly("timeZone INVALID");
        }

        @ParameterizedTest
        @ValueSource(strings = {"-999999", "0001-01-01", "+999999-12-31"})
        void survivesDatesFarAway(String date) {
            LocalDate far = date.startsWith("-") ? LocalDate.ofEpochDay(Integer.MIN_VALUE) : LocalDate.parse(date);

            assertThat(desk.violations(aSale("one").setActivationDate(far)))
                    .containsExactly("activationDate OUT_OF_RANGE");
        }
    }

    @Nested
    @DisplayName("S10: names, numbers and comments")
    class NamesAndNumbers {

        @ParameterizedTest
        @ValueSource(strings = {"", "  ", "\u00A0", "\u200B\u200F"})
        void needsANameThatCanBeSeen(String name) {
            assertThat(desk.violations(aSale("one").setSaleName(name))).containsExactly("saleName REQUIRED");
        }

        @Test
        void limitsNamesAndTexts() {
            assertThat(desk.violations(aSale("one")
                            .setSaleName("x".repeat(201))
                            .setCustomerPoNumber("x".repeat(201))
                            .setOrderNumber("x".repeat(201))
                            .setComments(List.of(new Comment("x".repeat(201), NOON, "x".repeat(10_001))))))
                    .containsExactly(
                            "saleName TOO_LONG",
                            "customerPoNumber TOO_LONG",
                            "orderNumber TOO_LONG",
                            "comments[0].author TOO_LONG",
                            "comments[0].text TOO_LONG");
        }

        @ParameterizedTest
        @ValueSource(strings = {"a\u0000b", "a\nb", "a\u007Fb", "a\u0085b", "a\u2028b", "\u001B[31m"})
        void takesNoControlCharacters(String name) {
            assertThat(desk.violations(aSale("one").setSaleName(name))).containsExactly("saleName INVALID");
        }

        @ParameterizedTest
        @ValueSource(strings = {"Prüfung", "مدرسة الميناء", "🎓👩🏽‍🏫", "試験", "O'Brien & <Sons>"})
        void takesAnyScript(String name) {
            assertThat(desk.registered(aSale("one").setSaleName(name)).getSale().getSaleName())
                    .isEqualTo(name);
        }

        @Test
        void countsAnEmojiAsOneCharacter() {
            assertThat(desk.registered(aSale("one").setSaleName("🎓".repeat(200)))
                            .getPosition())
                    .isEqualTo(1);
        }

        @Test
        void keepsLinesInComments() {
            Comment comment = new Comment("Nora", NOON, "First line\nSecond line");

            assertThat(desk.registered(aSale("one").setComments(List.of(comment)))
                            .getSale()
                            .getComments())
                    .containsExactly(comment);
        }

        @Test
        void pointsAtTheFirstSaleWithTheSameNumbers() {
            desk.handle(aSale("one").setCustomerPoNumber("PO-1").setOrderNumber("O-1"));
            desk.handle(aSale("two").setCustomerPoNumber("PO-1"));

            SaleRegistered third =
                    desk.registered(aSale("three").setCustomerPoNumber(" PO-1 ").setOrderNumber("O-1"));

            assertThat(third.getEarlierSaleWithPoNumber()).isEqualTo("one");
            assertThat(third.getEarlierSaleWithOrderNumber()).isEqualTo("one");
            assertThat(third.getSale().getCustomerPoNumber()).isEqualTo("PO-1");
        }

        @Test
        void doesNotMixNumbersOfDifferentCustomersOrKinds() {
            desk.handle(aSale("one").setCustomerPoNumber("1"));

            SaleRegistered other =
                    desk.registered(aSale("two").setCustomerId("pier").setCustomerPoNumber("1"));
            SaleRegistered order = desk.registered(aSale("three").setOrderNumber("1"));

            assertThat(other.getEarlierSaleWithPoNumber()).isNull();
            assertThat(order.getEarlierSaleWithOrderNumber()).isNull();
        }
    }

    @Nested
    @DisplayName("S11: everything wrong is reported at once")
    class EverythingAtOnce {

        @Test
        void reportsEveryViolation() {
            SaleRejected rejected = desk.rejected(aSale("one")
                    .setSaleName("")
                    .setCustomerId("archive")
                    .setRegisteredBy(new UserReference("elsewhere", "nobody"))
                    .setResellerId("no-one")
                    .setDistributionId("single-test")
                    .setSalesType(SalesType.SITE_LICENSE)
                    .setNumberOfUsers(1_000_001)
                    .setCurrency("EUR")
                    .setActivationDate(LocalDate.of(2020, 2, 29))
                    .setTimeZone("Mars/Olympus")
                    .setCustomerPoNumber("\u0007")
                    .setNewContacts(List.of(new Person("dora", "Dora", "no address", null)))
                    .setComments(List.of(new Comment("", NOON, ""))));

            assertThat(rejected.getViolations())
                    .extracting(violation -> violation.getField() + " " + violation.getCode())
                    .containsExactlyInAnyOrder(
                            "saleName REQUIRED",
                            "registeredBy.userId UNKNOWN_USER",
                            "customerId OUTSIDE_YOUR_ORGANIZATION",
                            "customerId NO_LTI_SERVICE",
                            "resellerId UNKNOWN_ORGANIZATION",
                            "distributionId NOT_A_SUBSCRIPTION_DISTRIBUTION",
                            "salesType SALES_TYPE_NOT_PER_USER",
                            "numberOfUsers OUT_OF_RANGE",
                            "currency NO_PRICE",
                            "activationDate OUT_OF_RANGE",
                            "timeZone INVALID",
                            "customerPoNumber INVALID",
                            "newContacts[0].mailAddress INVALID",
                            "comments[0].author REQUIRED",
                            "comments[0].text REQUIRED");
            assertThat(rejected.getViolations())
                    .noneMatch(violation -> violation.getMessage().isBlank());
            assertThat(rejected.getRegistrant()).isNull();
            assertThat(desk.sales).isEmpty();
        }

        @Test
        void listsAtMostTwoHundredViolations() {
            List<Person> nobodies = Collections.nCopies(100, new Person("", "", "", null));

            assertThat(desk.violations(aSale("one").setNewContacts(nobodies).setNewUsers(nobodies)))
                    .hasSize(200);
        }

        @Test
        void tellsWhoRegisteredWhereThatIsKnown() {
            assertThat(desk.rejected(aSale("one").setNumberOfUsers(0))
                            .getRegistrant()
                            .getMailAddress())
                    .isEqualTo("nora@example.com");
        }

        @Test
        void showsARejectedNameShortAndWithoutControlCharacters() {
            assertThat(desk.rejected(aSale("one").setSaleName("a\u0085b\u2028c\u2029d\ne" + "x".repeat(1_000_000)))
                            .getSaleName())
                    .startsWith("a b c d e")
                    .hasSize(201);
        }

        @Test
        void registersTheCorrectedSaleUnderTheSameId() {
            desk.rejected(aSale("one").setNumberOfUsers(0));

            assertThat(desk.registered(aSale("one")).getPosition()).isEqualTo(1);
        }
    }

    @Nested
    @DisplayName("What may not have been read yet")
    class LateReferences {

        @Test
        void waitsOnlyForWhatARejectionDependsOn() {
            desk.handle(aSale("one"));
            desk.handle(aSale("two").setNumberOfUsers(0));
            assertThat(desk.waitedFor).isEmpty();

            desk.handle(aSale("three").setCurrency("EUR"));
            assertThat(desk.waitedFor).containsExactly(LateReference.PRICE_LIST);

            desk.handle(aSale("four").setCustomerId("nowhere"));
            assertThat(desk.waitedFor).containsExactlyInAnyOrder(LateReference.PRICE_LIST, LateReference.ORGANIZATIONS);
        }

        @Test
        void takesNobodyForNewBeforeAllOrganizationsAreRead() {
            desk.handle(
                    NOON, aSaleToANewCustomer("one", "founded"), aSale("two").setCustomerId("founded"));

            assertThat(desk.waitedFor).containsExactly(LateReference.ORGANIZATIONS);
        }

        @Test
        void givesTheSameWhereARegistrationIsHandledAgainLate() {
            List<Publication> first = desk.handle(aSale("one"));
            desk.approve("one");

            assertThat(desk.again(aSale("one"))).isEqualTo(first);
        }
    }
}
