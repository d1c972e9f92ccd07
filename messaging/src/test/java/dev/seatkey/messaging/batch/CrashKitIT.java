package dev.seatkey.messaging.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.seatkey.contract.DecideSale;
import dev.seatkey.contract.UserReference;
import dev.seatkey.contract.Verdict;
import dev.seatkey.localstack.components.Components;
import dev.seatkey.messaging.testkit.CrashKit;
import dev.seatkey.messaging.testkit.Records;
import dev.seatkey.messaging.testkit.SentRecord;
import dev.seatkey.schemas.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.UuidRepresentation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The test kit passes a sound handler, and catches the mistake that it is there for. */
class CrashKitIT {
    private final Components components = Components.shared();
    private final AvroFormat format =
            new AvroFormat(Map.of("schema.registry.url", components.registry().url()));
    private final MongoClient client = MongoClients.create(MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(components.store().uri()))
            .uuidRepresentation(UuidRepresentation.STANDARD)
            .build());

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void passesAHandlerThatGivesTheSameEventsAgain() {
        List<SentRecord> sent = kit(Journal::new).survivesEveryCrash(List.of(), decisions());

        assertThat(sent).extracting(SentRecord::key).containsExactly("one", "two", "one");
    }

    @Test
    void catchesAHandlerWhoseEventsDependOnWhatTheWriteChanged() {
        assertThatThrownBy(() -> kit(Journal::flawed).survivesEveryCrash(List.of(), decisions()))
                .isInstanceOf(AssertionError.class);
    }

    private CrashKit kit(Function<MongoDatabase, Journal> journal) {
        return new CrashKit(
                format,
                this::emptyDatabase,
                database -> Journal.subscription(journal.apply(database), "journal", null));
    }

    private MongoDatabase emptyDatabase() {
        return client.getDatabase(components.store().databasePrefix() + UUID.randomUUID());
    }

    private List<ConsumerRecord<byte[], byte[]>> decisions() {
        Records records = new Records(format);
        for (String saleId : List.of("one", "two", "one")) {
            records.add(
                    Topics.APPROVAL_DECISIONS,
                    saleId,
                    Instant.parse("2027-03-01T12:00:00Z"),
                    new DecideSale(saleId, Verdict.APPROVE, new UserReference("organization", "user"), null));
        }
        return records.all();
    }
}
