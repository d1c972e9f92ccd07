package dev.seatkey.bench.opponents.plain;

import java.time.Instant;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/** A learner's key for a test. */
@Document("keys")
@CompoundIndex(def = "{'saleId': 1, 'issuer': 1, 'subject': 1, 'testId': 1}", unique = true)
public record TestKey(
        @Id UUID id,
        @Indexed(unique = true) String code,
        String saleId,
        int seatNumber,
        String organizationId,
        String issuer,
        String subject,
        String testId,
        int term,
        Instant termFrom,
        @Indexed Instant termTo,
        Instant usableUntil) {}
