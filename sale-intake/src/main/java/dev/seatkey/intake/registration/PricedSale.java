package dev.seatkey.intake.registration;

import dev.seatkey.intake.pricing.Distribution;
import dev.seatkey.intake.pricing.Quote;
import dev.seatkey.intake.sales.AddedPeople;
import dev.seatkey.intake.sales.Customer;
import dev.seatkey.intake.sales.EarlierSales;
import dev.seatkey.intake.sales.Milestone;
import dev.seatkey.intake.sales.Paperwork;
import dev.seatkey.intake.sales.PlanTime;
import dev.seatkey.intake.sales.Product;
import dev.seatkey.intake.sales.Registrant;
import dev.seatkey.intake.sales.Sale;
import dev.seatkey.intake.sales.SaleDetails;
import dev.seatkey.intake.sales.ToldOrganization;
import dev.seatkey.organizations.Organization;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the sale of a registration with which nothing is wrong: prices, dates and names are frozen with it (S7 to S10). */
final class PricedSale {
    private PricedSale() {}

    /**
     * The sale.
     *
     * @param customer as the registration brings it, or as it is known
     */
    static Sale of(Registration registration, Organization customer, Ledger ledger) {
        SaleDetails details = details(registration, customer, ledger);
        boolean isNew = registration.newCustomer() != null;
        AddedPeople sent = new AddedPeople(registration.newContacts(), registration.newUsers());
        return new Sale(
                details,
                earlierSales(details, ledger),
                Content.of(registration),
                isNew ? ToldOrganization.of(customer) : null,
                isNew ? AddedPeople.NONE : BroughtByASale.whoAreNew(sent, customer),
                isNew ? customer.organizationId() : null,
                List.of(Milestone.registered(registration.cause())),
                0);
    }

    /** The numbers under which the customer's books know a sale. */
    static Stream<NumberUse> numbersOf(Sale sale) {
        return NumberUse.all(
                sale.details().customer().organizationId(), sale.details().paperwork());
    }

    private static SaleDetails details(Registration registration, Organization customer, Ledger ledger) {
        Organization registering = ledger.organization(
                        registration.registeredBy().organizationId())
                .orElseThrow();
        Distribution distribution =
                ledger.distribution(registration.distributionId()).orElseThrow();
        Quote price = Currencies.find(registration.currency())
                .flatMap(currency -> distribution.quote(currency, registration.numberOfUsers()))
                .orElseThrow();
        return new SaleDetails(
                registration.saleId(),
                registration.saleName(),
                registering
                        .user(registration.registeredBy().userId())
                        .map(user -> Registrant.of(registering, user))
                        .orElseThrow(),
                new Customer(customer.organizationId(), customer.name()),
                registration.resellerId(),
                new Product(distribution.distributionId(), distribution.name(), distribution.keyLengthDays()),
                registration.numberOfUsers(),
                price,
                PlanTime.from(
                        registration.activationDate(),
                        TimeZones.find(registration.timeZone()).orElseThrow()),
                paperwork(registration.paperwork()),
                registration.comments(),
                registration.cause().at());
    }

    private static Paperwork paperwork(Paperwork sent) {
        return new Paperwork(
                withoutBlank(sent.customerPoNumber()), withoutBlank(sent.orderNumber()), sent.billingMethod());
    }

    private static @Nullable String withoutBlank(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static EarlierSales earlierSales(SaleDetails details, Ledger ledger) {
        String customerId = details.customer().organizationId();
        return new EarlierSales(
                NumberUse.ofPoNumber(customerId, details.paperwork())
                        .flatMap(ledger::firstUse)
                        .orElse(null),
                NumberUse.ofOrderNumber(customerId, details.paperwork())
                        .flatMap(ledger::firstUse)
                        .orElse(null));
    }
}
