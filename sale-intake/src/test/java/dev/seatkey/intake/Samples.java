package dev.seatkey.intake;

import dev.seatkey.contract.NewOrganization;
import dev.seatkey.contract.Organization;
import dev.seatkey.contract.Person;
import dev.seatkey.contract.Price;
import dev.seatkey.contract.PriceListEntry;
import dev.seatkey.contract.PriceTier;
import dev.seatkey.contract.RegisterSale;
import dev.seatkey.contract.SalesType;
import dev.seatkey.contract.SoldAs;
import dev.seatkey.contract.UserReference;
import dev.seatkey.schemas.Topics;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A small market: Northwind sells to Harbor, which has Pier below it; Archive has no LTI service; Elsewhere belongs to nobody.
 */
public final class Samples {
    public static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");
    public static final Person NORA = person("nora");
    public static final Person HUGO = person("hugo");

    static {
        // Avro makes a record only of classes that it was told to trust, which the catalogue does.
        var unused = Topics.all();
    }

    private Samples() {}

    /** All organizations, children before parents. */
    public static List<Organization> organizations() {
        return List.of(
                organization("pier", "harbor", true),
                organization("harbor", "northwind", true),
                organization("archive", "northwind", false),
                organization("northwind", null, true),
                organization("elsewhere", null, true));
    }

    /** The price list: practice tests by tier in two currencies, and a distribution that is sold otherwise. */
    public static List<PriceListEntry> priceList() {
        return List.of(
                entry(
                        "practice-test",
                        SoldAs.SUBSCRIPTION_PLAN,
                        price("USD", tier(1, "49.9900"), tier(100, "39.9950"), tier(1000, "29.0000")),
                        price("JPY", tier(10, "5200.5000"))),
                entry("single-test", SoldAs.SINGLE_TEST, price("USD", tier(1, "99.0000"))));
    }

    /** A registration with nothing wrong: Nora of Northwind sells 25 users to Harbor. */
    public static RegisterSale.Builder aSale(String saleId) {
        return RegisterSale.newBuilder()
                .setSaleId(saleId)
                .setSaleName("Spring term")
                .setRegisteredBy(new UserReference("northwind", "nora"))
                .setCustomerId("harbor")
                .setDistributionId("practice-test")
                .setSalesType(SalesType.PER_USER)
                .setNumberOfUsers(25)
                .setCurrency("USD")
                .setActivationDate(LocalDate.of(2027, 3, 1));
    }

    /** The same for an organization that does not exist yet. */
    public static RegisterSale.Builder aSaleToANewCustomer(String saleId, String organizationId) {
        return aSale(saleId).setCustomerId(null).setNewCustomer(newOrganization(organizationId));
    }

    public static NewOrganization newOrganization(String organizationId) {
        return NewOrganization.newBuilder()
                .setOrganizationId(organizationId)
                .setName("Name of " + organizationId)
                .setLtiService(true)
                .setContacts(List.of(person("carla")))
                .build();
    }

    public static Organization organization(String id, @Nullable String parentId, boolean ltiService) {
        return Organization.newBuilder()
                .setOrganizationId(id)
                .setName("Name of " + id)
                .setParentId(parentId)
                .setLtiService(ltiService)
                .setContacts(List.of(HUGO))
                .setUsers(List.of(NORA))
                .build();
    }

    public static Person person(String id) {
        return new Person(id, "Name of " + id, id + "@example.com", null);
    }

    public static PriceListEntry entry(String distributionId, SoldAs soldAs, Price... prices) {
        return PriceListEntry.newBuilder()
                .setDistributionId(distributionId)
                .setDistributionName("Name of " + distributionId)
                .setSoldAs(soldAs)
                .setVersion("2027-1")
                .setPrices(List.of(prices))
                .build();
    }

    public static Price price(String currency, PriceTier... tiers) {
        return new Price(currency, List.of(tiers));
    }

    public static PriceTier tier(int fromUsers, String pricePerUser) {
        return new PriceTier(fromUsers, new BigDecimal(pricePerUser));
    }
}
