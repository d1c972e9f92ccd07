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
        @Nullable String locale) {}
