package dev.seatkey.organizations;

import org.jspecify.annotations.Nullable;

/**
 * A contact or a user of an organization.
 *
 * @param personId unique within the organization
 * @param locale BCP 47 language tag; English where absent
 */
public record Person(
        String personId,
        String name,
        String mailAddress,
        @Nullable String locale) {

    /** Whether both are one person: the language of mails may have been chosen anew. */
    public boolean isSameAs(Person other) {
        return personId.equals(other.personId) && name.equals(other.name) && mailAddress.equals(other.mailAddress);
    }
}
