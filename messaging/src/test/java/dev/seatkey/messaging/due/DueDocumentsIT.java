package dev.seatkey.messaging.due;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import dev.seatkey.localstack.components.Components;
import dev.seatkey.localstack.components.DocumentStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DueDocumentsIT {
    private static final String WORK = "renew-key";
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    /** More than the driver reads at once, in each slice. */
    private static final int MANY = 2_500;

    private static final int SLICES = 3;

    private final DocumentStore store = Components.shared().store();
    private final MongoClient client = MongoClients.create(store.uri());
    private final List<DueItem> all = IntStream.range(0, SLICES * MANY)
            .mapToObj(i -> new DueItem(WORK, "k-" + i, NOW.plusSeconds(SLICES * MANY / 2 - i), i % SLICES))
            .toList();
    private MongoCollection<Document> keys;

    @BeforeEach
    void givenKeysInNoOrder() {
        keys = client.getDatabase(store.databasePrefix() + UUID.randomUUID()).getCollection("keys");
        keys.createIndex(new Document("slice", 1).append("dueAt", 1));
        List<Document> documents = new ArrayList<>(all.stream()
                .map(item -> new Document("_id", item.subjectId())
                        .append("dueAt", item.dueAt())
                        .append("slice", item.slice()))
                .toList());
        Collections.shuffle(documents, new Random(1));
        keys.insertMany(documents);
    }

    @Test
    void findsAllThatIsDueInTheSlicesTheLongestOverdueFirst() {
        List<DueItem> found = DueDocuments.find(keys, WORK, NOW, List.of(0, 2), SLICES * MANY);

        assertThat(found).hasSizeGreaterThan(2 * 1_000).containsExactlyElementsOf(dueIn(List.of(0, 2)));
    }

    @Test
    void findsNoMoreThanAskedFor() {
        List<DueItem> found = DueDocuments.find(keys, WORK, NOW, List.of(0, 2), 1_200);

        assertThat(found).containsExactlyElementsOf(dueIn(List.of(0, 2)).subList(0, 1_200));
    }

    @AfterEach
    void close() {
        client.close();
    }

    private List<DueItem> dueIn(List<Integer> slices) {
        return all.stream()
                .filter(item -> slices.contains(item.slice()) && !item.dueAt().isAfter(NOW))
                .sorted(comparing(DueItem::dueAt))
                .toList();
    }
}
