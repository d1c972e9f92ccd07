package dev.seatkey.intake.registration;

import dev.seatkey.contract.NewOrganization;
import dev.seatkey.contract.RegisterSale;
import dev.seatkey.intake.pricing.PriceList;
import dev.seatkey.intake.sales.BillingMethod;
import dev.seatkey.intake.sales.Comment;
import dev.seatkey.intake.sales.Paperwork;
import dev.seatkey.intake.sales.Sale;
import dev.seatkey.intake.sales.Sales;
import dev.seatkey.intake.sales.UserReference;
import dev.seatkey.messaging.BatchHandler;
import dev.seatkey.messaging.BrokenRecord;
import dev.seatkey.messaging.Decision;
import dev.seatkey.messaging.Message;
import dev.seatkey.messaging.Publication;
import dev.seatkey.organizations.Organizations;
import dev.seatkey.organizations.Person;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes in the registrations of sales. */
final class RegistrationListener implements BatchHandler<Registration, Outcome, Outcome.Changes> {
    /** No longer id is known, so none is looked for. */
    private static final int LONGEST_ID = 400;

    private static final int LONGEST_SALE_ID = 200;

    private final dev.seatkey.intake.registration.RegisterSale registerSale;
    private final Sales sales;
    private final Organizations organizations;
    private final PriceList priceList;
    private final UsedNumbers usedNumbers;
    private final References references;

    RegistrationListener(
            dev.seatkey.intake.registration.RegisterSale registerSale,
            Sales sales,
            Organizations organizations,
            PriceList priceList,
            UsedNumbers usedNumbers,
            References references) {
        this.registerSale = registerSale;
        this.sales = sales;
        this.organizations = organizations;
        this.priceList = priceList;
        this.usedNumbers = usedNumbers;
        this.references = references;
    }

    @Override
    public Registration translate(Message message) {
        RegisterSale sent = (RegisterSale) message.body();
        if (sent.getSaleId().isBlank()) {
            throw new BrokenRecord("has no saleId, so no answer could name it");
        }
        if (sent.getSaleId().codePointCount(0, sent.getSaleId().length()) > LONGEST_SALE_ID) {
            throw new BrokenRecord("has a saleId of more than " + LONGEST_SALE_ID + " characters");
        }
        return new Registration(
                sent.getSaleId(),
                sent.getSaleName(),
                new UserReference(
                        sent.getRegisteredBy().getOrganizationId(),
                        sent.getRegisteredBy().getUserId()),
                sent.getCustomerId(),
                newCustomer(sent.getNewCustomer()),
                people(sent.getNewContacts()),
                people(sent.getNewUsers()),
                sent.getResellerId(),
                sent.getDistributionId(),
                SalesType.valueOf(sent.getSalesType().name()),
                sent.getNumberOfUsers(),
                sent.getCurrency(),
                sent.getActivationDate(),
                sent.getTimeZone(),
                new Paperwork(
                        sent.getCustomerPoNumber(),
                        sent.getOrderNumber(),
                        BillingMethod.valueOf(sent.getBillingMethod().name())),
                sent.getComments().stream()
                        .map(c -> new Comment(c.getAuthor(), c.getWrittenAt(), c.getText()))
                        .toList(),
                message.cause());
    }

    private static @Nullable NewCustomer newCustomer(@Nullable NewOrganization sent) {
        return sent == null
                ? null
                : new NewCustomer(
                        sent.getOrganizationId(),
                        sent.getName(),
                        sent.getLtiService(),
                        people(sent.getContacts()),
                        people(sent.getUsers()));
    }

    private static List<Person> people(List<dev.seatkey.contract.Person> people) {
        return people.stream()
                .map(p -> new Person(p.getPersonId(), p.getName(), p.getMailAddress(), p.getLocale()))
                .toList();
    }

    /** Decides already: what is rejected by what is known so far tells what has to be read completely. */
    @Override
    public Outcome read(List<Registration> registrations) {
        Outcome outcome = registerSale.decide(registrations, known(registrations));
        Set<LateReference> late = outcome.lateReferences();
        if (late.isEmpty()) {
            return outcome;
        }
        references.requireAllOf(late);
        return registerSale.decide(registrations, known(registrations));
    }

    private Known known(List<Registration> registrations) {
        return new Known(
                sales(registrations),
                organizations.withAncestors(ids(registrations.stream().flatMap(RegistrationListener::organizationIds))),
                priceList.find(ids(registrations.stream().map(Registration::distributionId))),
                usedNumbers.firstUses(registrations.stream()
                        .flatMap(RegistrationListener::numbers)
                        .distinct()
                        .toList()));
    }

    private List<Sale> sales(List<Registration> registrations) {
        List<Sale> found = new ArrayList<>(sales.find(ids(registrations.stream().map(Registration::saleId))));
        found.addAll(sales.thatBrought(ids(registrations.stream().flatMap(RegistrationListener::organizationIds))));
        return found;
    }

    private static Stream<String> organizationIds(Registration registration) {
        NewCustomer newCustomer = registration.newCustomer();
        return Stream.of(
                        registration.registeredBy().organizationId(),
                        registration.customerId(),
                        newCustomer == null ? null : newCustomer.organizationId(),
                        registration.resellerId())
                .filter(Objects::nonNull);
    }

    private static Stream<NumberUse> numbers(Registration registration) {
        NewCustomer newCustomer = registration.newCustomer();
        String customerId = newCustomer == null ? registration.customerId() : newCustomer.organizationId();
        return customerId == null ? Stream.empty() : NumberUse.all(customerId, registration.paperwork());
    }

    private static Collection<String> ids(Stream<String> ids) {
        Set<String> all = new HashSet<>();
        ids.filter(id -> id.length() <= LONGEST_ID).forEach(all::add);
        return all;
    }

    @Override
    public Decision<Outcome.Changes> decide(List<Registration> registrations, Outcome outcome) {
        List<Publication> publications = outcome.answers().stream()
                .flatMap(answer -> RegistrationEvents.of(answer).stream())
                .toList();
        return new Decision<>(outcome.changes(), publications);
    }

    @Override
    public void write(Outcome.Changes changes) {
        organizations.write(changes.newCustomers());
        sales.add(changes.newSales());
        organizations.write(changes.organizations());
        usedNumbers.remember(changes.firstUses());
    }
}
