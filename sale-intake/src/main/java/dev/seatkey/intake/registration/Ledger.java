package dev.seatkey.intake.registration;

import static java.util.stream.Collectors.toMap;

import dev.seatkey.intake.pricing.Distribution;
import dev.seatkey.intake.sales.Sale;
import dev.seatkey.organizations.Organization;
import dev.seatkey.organizations.OrganizationTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is known, and what the registrations of a batch add to it one after the other: each is judged by all before it. */
final class Ledger {
    private final Map<String, Sale> sales = new HashMap<>();
    private final Map<String, String> bringingSales = new HashMap<>();
    private final Map<String, Distribution> distributions;
    private final Map<NumberUse, String> firstUses;
    private OrganizationTree organizations;

    private final List<Sale> newSales = new ArrayList<>();
    private final List<Organization> newCustomers = new ArrayList<>();
    private final Map<String, Organization> changedOrganizations = new LinkedHashMap<>();
    private final Map<NumberUse, String> newUses = new LinkedHashMap<>();

    Ledger(Known known) {
        known.sales().forEach(this::enter);
        this.organizations = known.organizations();
        this.distributions = known.distributions().stream()
                .collect(toMap(Distribution::distributionId, each -> each, (one, same) -> one));
        this.firstUses = new HashMap<>(known.firstUses());
    }

    Optional<Sale> sale(String saleId) {
        return Optional.ofNullable(sales.get(saleId));
    }

    OrganizationTree organizations() {
        return organizations;
    }

    /** The organization with this id. One that a sale was to bring which is not registered does not count. */
    Optional<Organization> organization(String organizationId) {
        return organizations
                .find(organizationId)
                .filter(known -> known.ownMessage() == null
                        || known.lastTold() != null
                        || bringingSales.containsKey(organizationId));
    }

    Optional<Distribution> distribution(String distributionId) {
        return Optional.ofNullable(distributions.get(distributionId));
    }

    /** Whether an organization with this id exists that this sale did not bring. */
    boolean isTaken(String organizationId, String saleId) {
        String bringingSale = bringingSales.get(organizationId);
        if (bringingSale != null) {
            return !bringingSale.equals(saleId);
        }
        String ownMessage = BroughtByASale.messageId(saleId, organizationId);
        return organizations
                .find(organizationId)
                .filter(there -> !there.isOnlyTheOneOf(ownMessage))
                .isPresent();
    }

    Optional<String> firstUse(NumberUse number) {
        return Optional.ofNullable(firstUses.get(number));
    }

    void add(Sale sale) {
        enter(sale);
        newSales.add(sale);
    }

    /** Claims the id of a new customer for its sale. Where a crash came after that, it is claimed already. */
    void bring(Organization customer) {
        int revision = organizations
                .find(customer.organizationId())
                .map(Organization::revision)
                .orElse(0);
        newCustomers.add(customer.atRevision(revision));
        organizations = organizations.with(customer.atRevision(revision + 1));
    }

    void change(Organization organization) {
        organizations = organizations.with(organization);
        changedOrganizations.put(organization.organizationId(), organization);
    }

    /** Notes that a sale uses a number, if no other did before. */
    void use(NumberUse number, String saleId) {
        if (firstUses.putIfAbsent(number, saleId) == null) {
            newUses.put(number, saleId);
        }
    }

    Outcome.Changes changes() {
        return new Outcome.Changes(newCustomers, newSales, changedOrganizations.values(), newUses);
    }

    private void enter(Sale sale) {
        sales.put(sale.saleId(), sale);
        if (sale.newCustomerId() != null) {
            bringingSales.put(sale.newCustomerId(), sale.saleId());
        }
    }
}
