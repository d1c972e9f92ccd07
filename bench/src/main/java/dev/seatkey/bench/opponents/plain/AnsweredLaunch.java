package dev.seatkey.bench.opponents.plain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** A launch that was answered, so that the same one is not answered with something else. */
@Document("launches")
public record AnsweredLaunch(
        @Id String id,
        String organizationId,
        String testId,
        String subject,
        @Nullable String saleId,
        Instant launchedAt) {
    static String idOf(String issuer, String launchId) {
        return issuer + "/" + launchId;
    }
}
