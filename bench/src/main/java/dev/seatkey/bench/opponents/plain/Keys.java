package dev.seatkey.bench.opponents.plain;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.mongodb.repository.MongoRepository;

interface Keys extends MongoRepository<TestKey, UUID> {
    Optional<TestKey> findBySaleIdAndIssuerAndSubjectAndTestId(
            String saleId, String issuer, String subject, String testId);
}
