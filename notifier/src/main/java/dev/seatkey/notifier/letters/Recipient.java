package dev.seatkey.notifier.letters;

import org.jspecify.annotations.Nullable;

/**
 * Whom a mail is for.
 *
 * @param userId unique within the organization
 * @param locale BCP 47 language tag; English where absent or unknown
 */
public record Recipient(
        String organizationId,
        String userId,
        String name,
        String mailAddress,
        @Nullable String locale) {}
