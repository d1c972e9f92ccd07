package dev.seatkey.organizations;

import java.util.List;
import java.util.Set;

/**
 * People whom a sale brought and whom the back office's own record does not have yet.
 *
 * @param saleId the sale that brought them
 */
public record BroughtPeople(String saleId, List<Person> contacts, List<Person> users) {
    public BroughtPeople {
        contacts = List.copyOf(contacts);
        users = List.copyOf(users);
    }

    BroughtPeople without(Set<String> contactIds, Set<String> userIds) {
        return new BroughtPeople(saleId, others(contacts, contactIds), others(users, userIds));
    }

    /** Whether nothing is left to remember. */
    boolean isDone() {
        return contacts.isEmpty() && users.isEmpty();
    }

    private static List<Person> others(List<Person> people, Set<String> ids) {
        return people.stream()
                .filter(person -> !ids.contains(person.personId()))
                .toList();
    }
}
