package dev.seatkey.organizations;

import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** An organization in the store. Public, since the driver reads records by reflection. */
public record OrganizationDocument(
        @BsonId String organizationId,
        String name,
        @Nullable String parentId,
        boolean ltiService,
        List<PersonPart> contacts,
        List<PersonPart> users,
        List<BroughtPart> brought,
        @Nullable String ownMessage,
        @Nullable PlacePart lastTold,
        int revision) {

    /** A contact or user. */
    public record PersonPart(
            String personId,
            String name,
            String mailAddress,
            @Nullable String locale) {
        static List<PersonPart> of(List<Person> people) {
            return people.stream()
                    .map(p -> new PersonPart(p.personId(), p.name(), p.mailAddress(), p.locale()))
                    .toList();
        }

        static List<Person> people(List<PersonPart> parts) {
            return parts.stream()
                    .map(p -> new Person(p.personId, p.name, p.mailAddress, p.locale))
                    .toList();
        }
    }

    /** People whom a sale brought. */
    public record BroughtPart(String saleId, List<PersonPart> contacts, List<PersonPart> users) {}

    /** The newest record. */
    public record PlacePart(String partition, long offset, Instant at) {}

    static OrganizationDocument of(Organization organization, int revision) {
        RecordPlace last = organization.lastTold();
        return new OrganizationDocument(
                organization.organizationId(),
                organization.name(),
                organization.parentId(),
                organization.ltiService(),
                PersonPart.of(organization.toldContacts()),
                PersonPart.of(organization.toldUsers()),
                organization.brought().stream()
                        .map(b -> new BroughtPart(b.saleId(), PersonPart.of(b.contacts()), PersonPart.of(b.users())))
                        .toList(),
                organization.ownMessage(),
                last == null ? null : new PlacePart(last.partition(), last.offset(), last.at()),
                revision);
    }

    Organization organization() {
        return new Organization(
                organizationId,
                name,
                parentId,
                ltiService,
                PersonPart.people(contacts),
                PersonPart.people(users),
                brought.stream()
                        .map(b ->
                                new BroughtPeople(b.saleId, PersonPart.people(b.contacts), PersonPart.people(b.users)))
                        .toList(),
                ownMessage,
                lastTold == null ? null : new RecordPlace(lastTold.partition, lastTold.offset, lastTold.at),
                revision);
    }
}
