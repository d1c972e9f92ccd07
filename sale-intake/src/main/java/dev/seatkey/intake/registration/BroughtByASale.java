package dev.seatkey.intake.registration;

import dev.seatkey.messaging.NameBasedId;
import dev.seatkey.organizations.BroughtPeople;
import dev.seatkey.organizations.Organization;
import dev.seatkey.organizations.Person;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a registration brings beside the sale: a new customer, or contacts and users of an existing one (S2). */
final class BroughtByASale {
    private BroughtByASale() {}

    /** The id of the message by which the others are told of it. */
    static String messageId(String saleId, String customerId) {
        return NameBasedId.of("Organization", saleId, customerId).toString();
    }

    /**
     * The customer with what the registration brings; empty if that is nothing.
     *
     * @param known the customer as it is known, if it is
     */
    static Optional<Organization> customerAfter(Registration registration, Optional<Organization> known) {
        NewCustomer fresh = registration.newCustomer();
        if (fresh != null && known.isEmpty()) {
            return Optional.of(Organization.brought(
                    fresh.organizationId(),
                    fresh.name(),
                    registration.registeredBy().organizationId(),
                    fresh.ltiService(),
                    people(registration, fresh.organizationId(), person -> true, person -> true)));
        }
        return known.flatMap(customer -> withPeople(registration, customer));
    }

    private static Optional<Organization> withPeople(Registration registration, Organization customer) {
        BroughtPeople added = people(
                registration,
                customer.organizationId(),
                contact -> customer.contact(contact.personId()).isEmpty(),
                user -> customer.user(user.personId()).isEmpty());
        return added.contacts().isEmpty() && added.users().isEmpty()
                ? Optional.empty()
                : Optional.of(customer.with(added));
    }

    private static BroughtPeople people(
            Registration registration, String customerId, Predicate<Person> isNewContact, Predicate<Person> isNewUser) {
        NewCustomer fresh = registration.newCustomer();
        return new BroughtPeople(
                messageId(registration.saleId(), customerId),
                those(isNewContact, fresh == null ? List.of() : fresh.contacts(), registration.newContacts()),
                those(isNewUser, fresh == null ? List.of() : fresh.users(), registration.newUsers()));
    }

    private static List<Person> those(Predicate<Person> isNew, List<Person> some, List<Person> more) {
        return Stream.concat(some.stream(), more.stream()).filter(isNew).toList();
    }
}
