package dev.seatkey.organizations;

import dev.seatkey.messaging.BatchHandler;
import dev.seatkey.messaging.BrokenRecord;
import dev.seatkey.messaging.Decision;
import dev.seatkey.messaging.Message;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes in the records of the organizations topic. */
final class OrganizationListener
        implements BatchHandler<OrganizationTold, List<Organization>, Collection<Organization>> {
    private static final int LONGEST = 200;
    private static final int LONGEST_ADDRESS = 254;

    private final Organizations organizations;
    private final FollowOrganizations followOrganizations = new FollowOrganizations();

    OrganizationListener(Organizations organizations) {
        this.organizations = organizations;
    }

    @Override
    public OrganizationTold translate(Message message) {
        var told = (dev.seatkey.contract.Organization) message.body();
        requireShort("organizationId", told.getOrganizationId());
        requireShort("name", told.getName());
        limit("parentId", told.getParentId(), LONGEST);
        return new OrganizationTold(
                Organization.told(
                        told.getOrganizationId(),
                        told.getName(),
                        told.getParentId(),
                        told.getLtiService(),
                        people(told.getContacts()),
                        people(told.getUsers())),
                message.cause());
    }

    @Override
    public List<Organization> read(List<OrganizationTold> messages) {
        return organizations.find(messages.stream()
                .map(message -> message.organization().organizationId())
                .distinct()
                .toList());
    }

    @Override
    public Decision<Collection<Organization>> decide(List<OrganizationTold> messages, List<Organization> stored) {
        return new Decision<>(followOrganizations.decide(messages, stored), List.of());
    }

    @Override
    public void write(Collection<Organization> changed) {
        organizations.write(changed);
    }

    private static List<Person> people(List<dev.seatkey.contract.Person> people) {
        return people.stream()
                .map(p -> {
                    requireShort("personId", p.getPersonId());
                    requireShort("name of " + p.getPersonId(), p.getName());
                    limit("mailAddress of " + p.getPersonId(), p.getMailAddress(), LONGEST_ADDRESS);
                    limit("locale of " + p.getPersonId(), p.getLocale(), LONGEST);
                    return new Person(p.getPersonId(), p.getName(), p.getMailAddress(), p.getLocale());
                })
                .toList();
    }

    private static void requireShort(String field, String value) {
        if (value.isBlank()) {
            throw new BrokenRecord(field + " must not be blank");
        }
        limit(field, value, LONGEST);
    }

    /** Counts code points, as whoever reads the text does. */
    private static void limit(String field, @Nullable String value, int longest) {
        if (value != null && value.codePointCount(0, value.length()) > longest) {
            throw new BrokenRecord(field + " has more than " + longest + " characters");
        }
    }
}
