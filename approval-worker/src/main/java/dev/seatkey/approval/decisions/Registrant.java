package dev.seatkey.approval.decisions;

import org.jspecify.annotations.Nullable;

/** Who registered a sale, as SaleRegistered told it. */
public record Registrant(
        String organizationId,
        String organizationName,
        String userId,
        String name,
        String mailAddress,
        @Nullable String locale) {

    boolean is(User user) {
        return organizationId.equals(user.organizationId()) && userId.equals(user.userId());
    }
}
