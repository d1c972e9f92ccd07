package dev.seatkey.bench.opponents.plain;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/** A learner's seat. */
@Document("seats")
@CompoundIndex(def = "{'saleId': 1, 'number': 1}", unique = true)
public record Seat(@Id String id, String saleId, int number, String issuer, String subject) {
    static String idOf(String saleId, String issuer, String subject) {
        return saleId + "/" + issuer + "/" + subject;
    }
}
