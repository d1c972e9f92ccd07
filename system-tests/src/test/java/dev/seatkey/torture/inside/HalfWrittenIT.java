package dev.seatkey.torture.inside;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClients;
import dev.seatkey.localstack.components.Components;
import dev.seatkey.torture.fleet.Armed;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HalfWrittenIT {
    @Test
    @DisplayName("is passed before the second write of a batch, and never by a batch that writes once")
    void isPassedBeforeTheSecondWriteOfABatch(@TempDir Path directory) {
        var store = Components.shared().store();
        var armed = new Armed(directory.resolve("armed"));
        var halts = new AtomicInteger();
        var halfWritten = new HalfWritten(new Trigger(armed.file(), halts::incrementAndGet, () -> {}));
        var settings = MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(store.uri()))
                .addCommandListener(halfWritten)
                .build();
        try (var client = MongoClients.create(settings)) {
            var notes =
                    client.getDatabase(store.databasePrefix() + "half-written").getCollection("notes");
            armed.at(CrashPoint.WRITING);

            // given batches that write once
            halfWritten.begin();
            notes.insertOne(new Document("_id", 1));
            halfWritten.begin();
            notes.insertOne(new Document("_id", 2));
            assertThat(notes.countDocuments()).isEqualTo(2);
            assertThat(halts).hasValue(0);

            // when one writes again
            notes.insertOne(new Document("_id", 3));

            // then it has passed the point
            assertThat(halts).hasValue(1);
        }
    }
}
