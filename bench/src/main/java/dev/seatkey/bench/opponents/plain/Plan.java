package dev.seatkey.bench.opponents.plain;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/** A plan that somebody has approved. */
@Document("plans")
public record Plan(
        @Id String saleId,
        @Indexed String organizationId,
        String distributionId,
        int seats,
        int seatsTaken,
        int keyLengthDays,
        Instant from,
        Instant to) {}
