package dev.seatkey.organizations;

import static java.util.stream.Collectors.toSet;

import dev.seatkey.messaging.Cause;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An organization as a service knows it. What the back office told and whom sales brought are kept apart, so that a record
 * of the back office, which may not have heard of the latter yet, doesn't lose them.
 *
 * @param parentId the organization directly above it; absent at the top of a tree
 * @param ltiService without it, no subscription plan can be sold to it
 * @param toldContacts those of the newest record
 * @param toldUsers those of the newest record
 * @param brought people whom sales brought
 * @param ownMessage id of the message by which we told the others of it; absent where no sale brought it
 * @param lastTold the newest record of the back office; absent where only a sale told of it
 * @param revision counts its changes in the store; 0 where it is not stored yet
 */
public record Organization(
        String organizationId,
        String name,
        @Nullable String parentId,
        boolean ltiService,
        List<Person> toldContacts,
        List<Person> toldUsers,
        List<BroughtPeople> brought,
        @Nullable String ownMessage,
        @Nullable RecordPlace lastTold,
        int revision) {

    public Organization {
        toldContacts = List.copyOf(toldContacts);
        toldUsers = List.copyOf(toldUsers);
        brought = List.copyOf(brought);
    }

    /** An organization with the people that its record names. */
    public static Organization told(
            String organizationId,
            String name,
            @Nullable String parentId,
            boolean ltiService,
            List<Person> contacts,
            List<Person> users) {
        return new Organization(organizationId, name, parentId, ltiService, contacts, users, List.of(), null, null, 0);
    }

    /** An organization that a sale brings, with its people. */
    public static Organization brought(
            String organizationId,
            String name,
            String parentId,
            boolean ltiService,
            BroughtPeople people,
            String ownMessage) {
        return new Organization(
                organizationId, name, parentId, ltiService, List.of(), List.of(), List.of(people), ownMessage, null, 0);
    }

    /** All contacts, whoever told of them. */
    public List<Person> contacts() {
        return merged(toldContacts, BroughtPeople::contacts);
    }

    /** All users, whoever told of them. */
    public List<Person> users() {
        return merged(toldUsers, BroughtPeople::users);
    }

    /** The contact with this id. */
    public Optional<Person> contact(String personId) {
        return contacts().stream()
                .filter(person -> person.personId().equals(personId))
                .findFirst();
    }

    /** The user with this id. */
    public Optional<Person> user(String personId) {
        return users().stream()
                .filter(person -> person.personId().equals(personId))
                .findFirst();
    }

    /** Whether the people whom this sale brought were added already, and the back office doesn't know all of them yet. */
    public boolean hasPeopleOf(String saleId) {
        return brought.stream().anyMatch(people -> people.saleId().equals(saleId));
    }

    /** This organization with people whom a sale brings. */
    public Organization with(BroughtPeople people) {
        List<BroughtPeople> more = new ArrayList<>(brought);
        more.add(people);
        return new Organization(
                organizationId,
                name,
                parentId,
                ltiService,
                toldContacts,
                toldUsers,
                more,
                ownMessage,
                lastTold,
                revision);
    }

    /** This organization as it stands in the store. */
    public Organization atRevision(int stored) {
        return new Organization(
                organizationId,
                name,
                parentId,
                ltiService,
                toldContacts,
                toldUsers,
                brought,
                ownMessage,
                lastTold,
                stored);
    }

    /** Whether a sale brought it by this message, and nobody else told of it. */
    public boolean isOnlyTheOneOf(String messageId) {
        return lastTold == null && messageId.equals(ownMessage);
    }

    /**
     * This organization after a record about it. An older record changes nothing. Nor does the message of our own that told the
     * others of it: what it says is known, and records of the back office are measured against each other only.
     */
    Organization after(Organization record, Cause cause) {
        RecordPlace place = RecordPlace.of(cause);
        return cause.id().equals(ownMessage) || !place.supersedes(lastTold) ? this : replacedBy(record, place);
    }

    private Organization replacedBy(Organization record, RecordPlace place) {
        Set<String> contactIds = ids(record.toldContacts);
        Set<String> userIds = ids(record.toldUsers);
        List<BroughtPeople> rest = brought.stream()
                .map(people -> people.without(contactIds, userIds))
                .filter(people -> !people.isDone())
                .toList();
        return new Organization(
                organizationId,
                record.name,
                record.parentId,
                record.ltiService,
                record.toldContacts,
                record.toldUsers,
                rest,
                ownMessage,
                place,
                revision);
    }

    private List<Person> merged(List<Person> told, Function<BroughtPeople, List<Person>> ofSale) {
        if (brought.isEmpty()) {
            return told;
        }
        Map<String, Person> byId = new LinkedHashMap<>();
        told.forEach(person -> byId.putIfAbsent(person.personId(), person));
        brought.stream().map(ofSale).flatMap(List::stream).forEach(p -> byId.putIfAbsent(p.personId(), p));
        return List.copyOf(byId.values());
    }

    private static Set<String> ids(List<Person> people) {
        return people.stream().map(Person::personId).collect(toSet());
    }
}
