package dev.seatkey.organizations;

import java.util.List;
import java.util.Set;

/**
 * People whom a sale brought and whom the back office's own record does not have yet.
 *
 * @param messageId id of the message that told the others about them, by which it is known when it comes back
 * @param heard whether that message has come back
 */
public record BroughtPeople(String messageId, List<Person> contacts, List<Person> users, boolean heard) {
    public BroughtPeople {
        contacts = List.copyOf(contacts);
        users = List.copyOf(users);
    }

    /** People whom a sale brings now. */
    public BroughtPeople(String messageId, List<Person> contacts, List<Person> users) {
        this(messageId, contacts, users, false);
    }

    BroughtPeople asHeard() {
        return new BroughtPeople(messageId, contacts, users, true);
    }

    BroughtPeople without(Set<String> contactIds, Set<String> userIds) {
        return new BroughtPeople(messageId, others(contacts, contactIds), others(users, userIds), heard);
    }

    /** Whether nothing is left to remember. */
    boolean isDone() {
        return heard && contacts.isEmpty() && users.isEmpty();
    }

    private static List<Person> others(List<Person> people, Set<String> ids) {
        return people.stream()
                .filter(person -> !ids.contains(person.personId()))
                .toList();
    }
}
