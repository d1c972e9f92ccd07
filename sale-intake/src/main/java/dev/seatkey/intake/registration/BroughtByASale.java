package dev.seatkey.intake.registration;

import static java.util.stream.Collectors.toSet;

import dev.seatkey.intake.sales.AddedPeople;
import dev.seatkey.messaging.NameBasedId;
import dev.seatkey.organizations.BroughtPeople;
import dev.seatkey.organizations.Organization;
import dev.seatkey.organizations.Person;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a registration brings beside the sale: a new customer, or contacts and users of an existing one (S2). */
final class BroughtByASale {
    private BroughtByASale() {}

    /** The id of the message by which the others are told of a new customer. */
    static String messageId(String saleId, String customerId) {
        return NameBasedId.of("Organization", saleId, customerId).toString();
    }

    /** The customer that a registration brings, with all its people. */
    static Organization organization(NewCustomer fresh, Registration registration) {
        BroughtPeople people = new BroughtPeople(
                registration.saleId(),
                both(fresh.contacts(), registration.newContacts()),
                both(fresh.users(), registration.newUsers()));
        return Organization.brought(
                fresh.organizationId(),
                fresh.name(),
                registration.registeredBy().organizationId(),
                fresh.ltiService(),
                people,
                messageId(registration.saleId(), fresh.organizationId()));
    }

    /** Those whom the customer does not have yet. */
    static AddedPeople whoAreNew(AddedPeople people, Organization customer) {
        return new AddedPeople(
                others(people.contacts(), customer.contacts()), others(people.users(), customer.users()));
    }

    /** A customer with the people whom a sale adds; empty where it has them all. */
    static Optional<Organization> customerWith(AddedPeople people, String saleId, Organization customer) {
        AddedPeople fresh = whoAreNew(people, customer);
        return fresh.areNone() || customer.hasPeopleOf(saleId)
                ? Optional.empty()
                : Optional.of(customer.with(new BroughtPeople(saleId, fresh.contacts(), fresh.users())));
    }

    private static List<Person> others(List<Person> people, List<Person> known) {
        if (people.isEmpty()) {
            return people;
        }
        Set<String> ids = known.stream().map(Person::personId).collect(toSet());
        return people.stream()
                .filter(person -> !ids.contains(person.personId()))
                .toList();
    }

    private static List<Person> both(List<Person> some, List<Person> more) {
        return Stream.concat(some.stream(), others(more, some).stream()).toList();
    }
}
