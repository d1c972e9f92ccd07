package dev.seatkey.intake.sales;

import dev.seatkey.organizations.Organization;
import dev.seatkey.organizations.Person;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An organization as the others were told of it when a sale brought it (S2). Kept to be told the same again. */
public record ToldOrganization(
        String organizationId,
        String name,
        @Nullable String parentId,
        boolean ltiService,
        List<Person> contacts,
        List<Person> users) {

    public ToldOrganization {
        contacts = List.copyOf(contacts);
        users = List.copyOf(users);
    }

    /** An organization as it stands. */
    public static ToldOrganization of(Organization organization) {
        return new ToldOrganization(
                organization.organizationId(),
                organization.name(),
                organization.parentId(),
                organization.ltiService(),
                organization.contacts(),
                organization.users());
    }
}
