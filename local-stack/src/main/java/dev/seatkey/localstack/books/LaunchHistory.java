package dev.seatkey.localstack.books;

import dev.seatkey.contract.RefusalReason;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All that the topics tell of one launch; filled while they are read. Small: there are more of them than of all else. */
final class LaunchHistory {
    /** Where it was asked first; null where that is no longer kept. */
    Told.@Nullable Place asked;

    @Nullable
    String distributionId;

    /** Whether its id was used for something else, so that nobody can say here which distribution was asked for first. */
    boolean reused;

    @Nullable
    Event<Answer> answer;

    /** Whose launch: its id is unique for its issuer only. */
    record Id(String issuer, String launchId) {
        @Override
        public String toString() {
            return launchId + " of " + issuer;
        }
    }

    /**
     * What it was answered with.
     *
     * @param keyId the key, if it was granted
     * @param code the key's code, if it was granted
     * @param reason why it was refused, if it was
     * @param term number of the term that ran, if it was granted
     */
    record Answer(
            String organizationId,
            String testId,
            @Nullable String subject,
            @Nullable String saleId,
            Instant launchedAt,
            @Nullable RefusalReason reason,
            @Nullable UUID keyId,
            @Nullable String code,
            int seatNumber,
            int term) {}
}
