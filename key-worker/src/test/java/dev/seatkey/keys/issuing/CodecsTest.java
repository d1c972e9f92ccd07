package dev.seatkey.keys.issuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoClientSettings;
import dev.seatkey.keys.samples.Causes;
import dev.seatkey.messaging.Cause;
import dev.seatkey.messaging.due.Slices;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonDocumentWriter;
import org.bson.BsonString;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is stored is read again as it was, whatever the store did to the order of the fields. */
class CodecsTest {
    private static final CodecRegistry REGISTRY = MongoClientSettings.getDefaultCodecRegistry();
    private static final Instant START = Instant.parse("2027-03-01T10:15:00.123Z");
    private static final Instant PLAN_TO = Instant.parse("2028-02-29T00:00:00Z");
    private static final Cause CAUSE = Causes.record("launch", START);
    private static final Cause TRACED = new Cause("due-1@2", "d", "l", "00-trace-span-01", PLAN_TO);
    private static final Learner LEARNER = new Learner("https://lti.example", "emil");
    private static final UUID ID = UUID.fromString("6f9f2c3a-8f0e-5b1d-9a77-0c5d1e2f3a4b");

    static Stream<TestKey> keys() {
        TestKey issued = TestKey.issued(
                ID,
                KeyCode.carrying(new byte[15]),
                new KeyHolder("sale", 7, "org", LEARNER),
                "algebra",
                new Timetable(START, ZoneId.of("Europe/Berlin"), 180, PLAN_TO),
                CAUSE);
        return Stream.of(
                issued,
                issued.renewedUntil(START.plus(Duration.ofDays(200)), TRACED),
                issued.caughtUpWith(PLAN_TO, TRACED));
    }

    static Stream<AnsweredLaunch> launches() {
        Answer.PlanFacts plan = new Answer.PlanFacts("sale", START, PLAN_TO, 12);
        return Stream.of(
                new AnsweredLaunch(launchOf(LEARNER), new Ruling.CoveredBy("sale")),
                new AnsweredLaunch(launchOf(null), new Answer.Refused(Refusal.values()[0], null)),
                new AnsweredLaunch(launchOf(LEARNER), new Answer.Refused(Refusal.values()[1], plan)));
    }

    private static Launch launchOf(@Nullable Learner learner) {
        return new Launch(ID, "l-1", LEARNER.issuer(), "org", "it-pro", "algebra", learner, true, "org/emil", TRACED);
    }

    @ParameterizedTest
    @MethodSource("keys")
    @DisplayName("Keys")
    void readsKeysAsTheyWereStored(TestKey key) {
        assertThat(storedAndRead(new KeyCodec(REGISTRY), key)).isEqualTo(key);
    }

    @ParameterizedTest
    @MethodSource("keys")
    @DisplayName("A key is found when it is due, and never again once it is closed")
    void storesWhenAKeyIsDue(TestKey key) {
        BsonDocument stored = stored(new KeyCodec(REGISTRY), key);

        assertThat(stored.containsKey("dueAt")).isEqualTo(key.closing() == null);
        assertThat(stored.getInt32("position").getValue()).isEqualTo(key.position());
        assertThat(stored.containsKey("slice")).isTrue();
    }

    @ParameterizedTest
    @MethodSource("launches")
    @DisplayName("Launches")
    void readsLaunchesAsTheyWereStored(AnsweredLaunch launch) {
        assertThat(storedAndRead(new LaunchCodec(REGISTRY), launch)).isEqualTo(launch);
    }

    @ParameterizedTest
    @MethodSource("seats")
    @DisplayName("Seats")
    void readsSeatsAsTheyWereStored(Seat seat) {
        assertThat(storedAndRead(new SeatCodec(), seat)).isEqualTo(seat);
    }

    static Stream<Seat> seats() {
        return Stream.of(new Seat(ID, "sale", 1, LEARNER, CAUSE), new Seat(ID, "sale", 300, LEARNER, TRACED));
    }

    @Test
    @DisplayName("The fields are those of all documents that were ever stored")
    void keepsToTheFormat() {
        assertThat(stored(new KeyCodec(REGISTRY), keys().toList().get(2)))
                .isEqualTo(BsonDocument.parse("""
                {
                  "_id": {"$uuid": "6f9f2c3a-8f0e-5b1d-9a77-0c5d1e2f3a4b"},
                  "code": "00000-00000-00000-00000-00000",
                  "saleId": "sale", "seatNumber": 7, "organizationId": "org",
                  "issuer": "https://lti.example", "subject": "emil", "testId": "algebra",
                  "timeZone": "Europe/Berlin", "termDays": 180, "planTo": {"$date": "2028-02-29T00:00:00Z"},
                  "terms": [
                    {"number": 1,
                     "from": {"$date": "2027-03-01T10:15:00.123Z"}, "to": {"$date": "2027-08-28T09:15:00.123Z"},
                     "cause": {"record": "launch", "id": "launch", "correlationId": "launch",
                               "at": {"$date": "2027-03-01T10:15:00.123Z"}}},
                    {"number": 2,
                     "from": {"$date": "2027-08-28T09:15:00.123Z"}, "to": {"$date": "2028-02-24T10:15:00.123Z"},
                     "cause": {"record": "due-1@2", "id": "d", "correlationId": "l", "traceparent": "00-trace-span-01",
                               "at": {"$date": "2028-02-29T00:00:00Z"}}},
                    {"number": 3,
                     "from": {"$date": "2028-02-24T10:15:00.123Z"}, "to": {"$date": "2028-08-22T09:15:00.123Z"},
                     "cause": {"record": "due-1@2", "id": "d", "correlationId": "l", "traceparent": "00-trace-span-01",
                               "at": {"$date": "2028-02-29T00:00:00Z"}}}],
                  "closing": {"reason": "PLAN_ENDED", "at": {"$date": "2028-02-29T00:00:00Z"},
                    "cause": {"record": "due-1@2", "id": "d", "correlationId": "l", "traceparent": "00-trace-span-01",
                              "at": {"$date": "2028-02-29T00:00:00Z"}}},
                  "position": 4, "slice": %d}
                """.formatted(Slices.of(ID.toString()))));
        assertThat(stored(new SeatCodec(), seats().toList().get(0))).isEqualTo(BsonDocument.parse("""
                {"_id": {"$uuid": "6f9f2c3a-8f0e-5b1d-9a77-0c5d1e2f3a4b"}, "saleId": "sale", "number": 1,
                 "issuer": "https://lti.example", "subject": "emil",
                 "cause": {"record": "launch", "id": "launch", "correlationId": "launch",
                           "at": {"$date": "2027-03-01T10:15:00.123Z"}}}
                """));
        assertThat(stored(new LaunchCodec(REGISTRY), launches().toList().get(0)))
                .isEqualTo(BsonDocument.parse("""
                {"_id": {"$uuid": "6f9f2c3a-8f0e-5b1d-9a77-0c5d1e2f3a4b"}, "launchId": "l-1",
                 "issuer": "https://lti.example", "organizationId": "org", "distributionId": "it-pro", "testId": "algebra",
                 "subject": "emil", "learnerRole": true, "replyKey": "org/emil",
                 "cause": {"record": "due-1@2", "id": "d", "correlationId": "l", "traceparent": "00-trace-span-01",
                           "at": {"$date": "2028-02-29T00:00:00Z"}},
                 "coveredBy": "sale"}
                """));
    }

    @Test
    @DisplayName("A key that lacks how long its terms are is not taken for one with terms of no length")
    void refusesToGuess() {
        KeyCodec codec = new KeyCodec(REGISTRY);
        BsonDocument stored = stored(codec, keys().toList().get(0));
        stored.remove("termDays");

        assertThatThrownBy(() -> codec.decode(
                        new BsonDocumentReader(stored), DecoderContext.builder().build()))
                .hasMessageContaining("termDays");
    }

    private static <T> T storedAndRead(Codec<T> codec, T value) {
        BsonDocument stored = shuffled(stored(codec, value)).append("ofALaterVersion", new BsonString("unknown"));
        return codec.decode(
                new BsonDocumentReader(stored), DecoderContext.builder().build());
    }

    private static <T> BsonDocument stored(Codec<T> codec, T value) {
        BsonDocument stored = new BsonDocument();
        codec.encode(
                new BsonDocumentWriter(stored), value, EncoderContext.builder().build());
        return stored;
    }

    private static BsonDocument shuffled(BsonDocument document) {
        List<String> names = new ArrayList<>(document.keySet());
        Collections.shuffle(names, new Random(42));
        BsonDocument shuffled = new BsonDocument();
        names.forEach(name -> shuffled.append(name, document.get(name)));
        return shuffled;
    }
}
