package dev.seatkey.keys.plans;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatkey.keys.samples.Causes;
import dev.seatkey.messaging.due.Slices;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonDocumentWriter;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is stored is read again as it was, whatever the store did to the order of the fields. */
class PlanCodecTest {
    private static final Instant FROM = Instant.parse("2027-03-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2028-02-29T00:00:00Z");

    private static final Plan PENDING =
            Plan.pending(new Sold("sale", "org", "it-pro", 12, FROM, TO, ZoneId.of("Europe/Berlin"), 180));
    private static final Plan APPROVED = PENDING.approved(Causes.record("approval", FROM.minus(Duration.ofDays(1))));
    private static final Plan ACTIVE = APPROVED.turned(0, Causes.record("due", FROM));
    private static final Plan ENDED = ACTIVE.turned(7, Causes.record("end", TO));

    private final Codec<Plan> codec = new PlanCodec();

    static Stream<Plan> plans() {
        return Stream.of(PENDING, PENDING.declined(), APPROVED, ACTIVE, ENDED);
    }

    @ParameterizedTest
    @MethodSource("plans")
    @DisplayName("A plan is read as it was, in each of its states, with its fields in another order and with others")
    void readsPlansAsTheyWereStored(Plan plan) {
        List<Map.Entry<String, BsonValue>> fields = new ArrayList<>(stored(plan).entrySet());
        Collections.reverse(fields);
        BsonDocument turned = new BsonDocument("unknown", new BsonString("of a later release"));
        fields.forEach(field -> turned.append(field.getKey(), field.getValue()));

        assertThat(read(turned)).isEqualTo(plan);
    }

    @ParameterizedTest
    @MethodSource("plans")
    @DisplayName("A plan is found when it starts or ends, and not while it waits or once it is over")
    void storesWhenAPlanIsDue(Plan plan) {
        assertThat(stored(plan).containsKey("dueAt")).isEqualTo(plan.dueAt() != null);
    }

    @Test
    @DisplayName("The fields are those of all documents that were ever stored")
    void keepsToTheFormat() {
        assertThat(stored(ENDED)).isEqualTo(BsonDocument.parse("""
                {"_id": "sale", "organizationId": "org", "distributionId": "it-pro", "seats": 12,
                 "planFrom": {"$date": "2027-03-01T00:00:00Z"}, "planTo": {"$date": "2028-02-29T00:00:00Z"},
                 "timeZone": "Europe/Berlin", "keyLengthDays": 180, "state": "ENDED", "seatsTaken": 0,
                 "started": {"at": {"$date": "2027-03-01T00:00:00Z"},
                   "cause": {"record": "due", "id": "due", "correlationId": "due", "at": {"$date": "2027-03-01T00:00:00Z"}}},
                 "ended": {"at": {"$date": "2028-02-29T00:00:00Z"}, "seatsTaken": 7,
                   "cause": {"record": "end", "id": "end", "correlationId": "end", "at": {"$date": "2028-02-29T00:00:00Z"}}},
                 "revision": 4, "slice": %d}
                """.formatted(Slices.of("sale"))));
        assertThat(stored(PENDING)).isEqualTo(BsonDocument.parse("""
                {"_id": "sale", "organizationId": "org", "distributionId": "it-pro", "seats": 12,
                 "planFrom": {"$date": "2027-03-01T00:00:00Z"}, "planTo": {"$date": "2028-02-29T00:00:00Z"},
                 "timeZone": "Europe/Berlin", "keyLengthDays": 180, "state": "PENDING", "seatsTaken": 0,
                 "revision": 1, "slice": %d}
                """.formatted(Slices.of("sale"))));
    }

    private BsonDocument stored(Plan plan) {
        BsonDocument document = new BsonDocument();
        try (BsonDocumentWriter writer = new BsonDocumentWriter(document)) {
            codec.encode(writer, plan, EncoderContext.builder().build());
        }
        return document;
    }

    private Plan read(BsonDocument document) {
        try (BsonDocumentReader reader = new BsonDocumentReader(document)) {
            return codec.decode(reader, DecoderContext.builder().build());
        }
    }
}
