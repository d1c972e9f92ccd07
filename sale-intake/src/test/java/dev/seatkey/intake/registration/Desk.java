package dev.seatkey.intake.registration;

import static dev.seatkey.intake.Samples.NOON;

import dev.seatkey.contract.RegisterSale;
import dev.seatkey.contract.SaleRegistered;
import dev.seatkey.contract.SaleRejected;
import dev.seatkey.contract.Violation;
import dev.seatkey.intake.Samples;
import dev.seatkey.intake.pricing.CurrencyPrices;
import dev.seatkey.intake.pricing.Distribution;
import dev.seatkey.intake.pricing.PriceList;
import dev.seatkey.intake.pricing.PriceTier;
import dev.seatkey.intake.sales.Milestone;
import dev.seatkey.intake.sales.Sale;
import dev.seatkey.intake.sales.SaleStatus;
import dev.seatkey.intake.sales.Sales;
import dev.seatkey.messaging.Cause;
import dev.seatkey.messaging.Decision;
import dev.seatkey.messaging.Message;
import dev.seatkey.messaging.Publication;
import dev.seatkey.organizations.Organization;
import dev.seatkey.organizations.OrganizationTree;
import dev.seatkey.organizations.Organizations;
import dev.seatkey.organizations.Person;
import dev.seatkey.organizations.RecordPlace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The registration handler over stores in memory: registrations are handed in, events come out. */
public final class Desk {
    final Map<String, Sale> sales = new LinkedHashMap<>();
    final Map<String, Organization> organizations = new HashMap<>();
    final Map<String, Distribution> distributions = new HashMap<>();
    final Map<NumberUse, String> numbers = new HashMap<>();
    final Set<LateReference> waitedFor = EnumSet.noneOf(LateReference.class);

    final RegistrationListener handler = new RegistrationListener(
            new dev.seatkey.intake.registration.RegisterSale(new ActivationWindow(30, 2)),
            new SalesInMemory(),
            new OrganizationsInMemory(),
            new PriceListInMemory(),
            new UsedNumbersInMemory(),
            waitedFor::addAll);
    private int offset;
    private Runnable beforeNextWrite = () -> {};

    public Desk() {
        Samples.organizations().forEach(each -> organizations.put(each.getOrganizationId(), organization(each)));
        Samples.priceList().forEach(each -> distributions.put(each.getDistributionId(), distribution(each)));
    }

    /** A sale as it is stored when a registration with nothing wrong has passed. */
    public Sale registered(String saleId) {
        var unused = registered(Samples.aSale(saleId));
        return Objects.requireNonNull(sales.get(saleId));
    }

    /** What is sent for a registration that arrives at noon. */
    List<Publication> handle(RegisterSale.Builder sale) {
        return handle(NOON, sale);
    }

    List<Publication> handle(Instant at, RegisterSale.Builder... sales) {
        List<Registration> batch = new ArrayList<>();
        for (RegisterSale.Builder sale : sales) {
            batch.add(handler.translate(new Message(sale.build(), sale.getSaleId(), cause(at))));
        }
        Decision<Outcome.Changes> decision = handler.decide(batch, handler.read(batch));
        handler.write(decision.changes());
        return decision.publications();
    }

    /** What is sent when the newest record is handled again. */
    List<Publication> again(RegisterSale.Builder sale) {
        offset--;
        return handle(sale);
    }

    /** Another service's news about a sale. */
    void approve(String saleId) {
        Cause approval = new Cause("sale-events-0@0", "a", "a", null, NOON);
        Sale sale = Objects.requireNonNull(sales.get(saleId));
        sales.put(saleId, sale.with(new Milestone(SaleStatus.APPROVED, approval, null, null, NOON)));
    }

    /** Lets something happen between the next decision and what it writes. */
    void beforeNextWrite(Runnable event) {
        beforeNextWrite = event;
    }

    /** An organization that the back office told of. */
    static Organization stranger(String organizationId) {
        return Organization.told(organizationId, "Strangers", null, true, List.of(), List.of());
    }

    /** The event for a registration that is expected to pass. */
    SaleRegistered registered(RegisterSale.Builder sale) {
        return registered(NOON, sale);
    }

    SaleRegistered registered(Instant at, RegisterSale.Builder sale) {
        return only(handle(at, sale), SaleRegistered.class);
    }

    /** The event for a registration that is expected to be rejected. */
    SaleRejected rejected(RegisterSale.Builder sale) {
        return only(handle(NOON, sale), SaleRejected.class);
    }

    /** What is wrong with a registration, as {@code field CODE}. */
    List<String> violations(RegisterSale.Builder sale) {
        return violations(NOON, sale);
    }

    List<String> violations(Instant at, RegisterSale.Builder sale) {
        return only(handle(at, sale), SaleRejected.class).getViolations().stream()
                .map(Desk::shortly)
                .toList();
    }

    static <T> T only(List<Publication> sent, Class<T> type) {
        return sent.stream()
                .map(Publication::body)
                .filter(type::isInstance)
                .map(type::cast)
                .reduce((one, other) -> {
                    throw new AssertionError("more than one " + type.getSimpleName());
                })
                .orElseThrow(() -> new AssertionError("no " + type.getSimpleName() + " in " + sent));
    }

    private Cause cause(Instant at) {
        String record = "sale-commands-0@" + offset++;
        return new Cause(record, record, record, null, at);
    }

    private static String shortly(Violation violation) {
        return violation.getField() + " " + violation.getCode();
    }

    private static Organization organization(dev.seatkey.contract.Organization told) {
        return Organization.told(
                told.getOrganizationId(),
                told.getName(),
                told.getParentId(),
                told.getLtiService(),
                people(told.getContacts()),
                people(told.getUsers()));
    }

    private static List<Person> people(List<dev.seatkey.contract.Person> people) {
        return people.stream()
                .map(p -> new Person(p.getPersonId(), p.getName(), p.getMailAddress(), p.getLocale()))
                .toList();
    }

    private static Distribution distribution(dev.seatkey.contract.PriceListEntry told) {
        return new Distribution(
                told.getDistributionId(),
                told.getDistributionName(),
                told.getSoldAs() == dev.seatkey.contract.SoldAs.SUBSCRIPTION_PLAN,
                told.getKeyLengthDays(),
                told.getVersion(),
                told.getPrices().stream()
                        .map(price -> new CurrencyPrices(
                                price.getCurrency(),
                                price.getTiers().stream()
                                        .map(tier -> new PriceTier(tier.getFromUsers(), tier.getPricePerUser()))
                                        .toList()))
                        .toList(),
                new RecordPlace("price-list-0", 0, NOON),
                1);
    }

    private final class SalesInMemory implements Sales {
        @Override
        public List<Sale> find(Collection<String> saleIds) {
            return sales.values().stream()
                    .filter(sale -> saleIds.contains(sale.saleId()))
                    .toList();
        }

        @Override
        public List<Sale> thatBrought(Collection<String> organizationIds) {
            return sales.values().stream()
                    .filter(sale -> sale.newCustomerId() != null && organizationIds.contains(sale.newCustomerId()))
                    .toList();
        }

        @Override
        public void add(Collection<Sale> registered) {
            registered.forEach(sale -> sales.put(sale.saleId(), sale));
        }

        @Override
        public void update(Collection<Sale> changed) {
            add(changed);
        }
    }

    private final class OrganizationsInMemory implements Organizations {
        @Override
        public List<Organization> find(Collection<String> organizationIds) {
            return organizations.values().stream()
                    .filter(each -> organizationIds.contains(each.organizationId()))
                    .toList();
        }

        @Override
        public OrganizationTree withAncestors(Collection<String> organizationIds) {
            return OrganizationTree.of(organizations.values());
        }

        @Override
        public Set<String> atOrBelow(String organizationId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void write(Collection<Organization> changed) {
            Runnable event = beforeNextWrite;
            beforeNextWrite = () -> {};
            event.run();
            changed.forEach(each -> organizations.put(each.organizationId(), each));
        }
    }

    private final class PriceListInMemory implements PriceList {
        @Override
        public List<Distribution> find(Collection<String> distributionIds) {
            return distributions.values().stream()
                    .filter(each -> distributionIds.contains(each.distributionId()))
                    .toList();
        }

        @Override
        public void write(Collection<Distribution> changed) {
            changed.forEach(each -> distributions.put(each.distributionId(), each));
        }
    }

    private final class UsedNumbersInMemory implements UsedNumbers {
        @Override
        public Map<NumberUse, String> firstUses(Collection<NumberUse> uses) {
            return Map.copyOf(numbers);
        }

        @Override
        public void remember(Map<NumberUse, String> saleIds) {
            saleIds.forEach(numbers::putIfAbsent);
        }
    }
}
