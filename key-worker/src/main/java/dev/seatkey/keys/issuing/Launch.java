package dev.seatkey.keys.issuing;

import dev.seatkey.messaging.Cause;
import dev.seatkey.messaging.NameBasedId;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody opened an assigned test.
 *
 * @param id follows from issuer and launch id
 * @param launchId the platform's id of the launch, unique for its issuer
 * @param learner who; null for an anonymous launch
 * @param learnerRole whether the launch was made in a role that may take a seat
 * @param replyKey key of the record that the answer goes into
 */
public record Launch(
        UUID id,
        String launchId,
        String issuer,
        String organizationId,
        String distributionId,
        String testId,
        @Nullable Learner learner,
        boolean learnerRole,
        String replyKey,
        Cause cause) {

    /** The id of a launch. */
    public static UUID idOf(String issuer, String launchId) {
        return NameBasedId.of(issuer, launchId);
    }

    /** Whether both ask for the same: what an answer depends on, and nothing else (K1). */
    public boolean asksTheSameAs(Launch other) {
        return organizationId.equals(other.organizationId)
                && distributionId.equals(other.distributionId)
                && testId.equals(other.testId)
                && Objects.equals(learner, other.learner)
                && learnerRole == other.learnerRole;
    }

    /** When it happened: when its record reached the broker (K6). */
    public Instant at() {
        return cause.at();
    }
}
