package dev.seatkey.intake.sales;

import dev.seatkey.organizations.Organization;
import dev.seatkey.organizations.Person;
import org.jspecify.annotations.Nullable;

/**
 * Who registered a sale, as known at that time.
 *
 * @param locale BCP 47 language tag; English where absent
 */
public record Registrant(
        String organizationId,
        String organizationName,
        String userId,
        String name,
        String mailAddress,
        @Nullable String locale) {

    /** A user of an organization as the registrant. */
    public static Registrant of(Organization organization, Person user) {
        return new Registrant(
                organization.organizationId(),
                organization.name(),
                user.personId(),
                user.name(),
                user.mailAddress(),
                user.locale());
    }
}
