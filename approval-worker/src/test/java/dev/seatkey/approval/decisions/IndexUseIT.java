package dev.seatkey.approval.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.mongodb.ExplainVerbosity;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import dev.seatkey.localstack.components.Components;
import dev.seatkey.localstack.components.DocumentStore;
import dev.seatkey.messaging.due.DueDocuments;
import dev.seatkey.messaging.store.StoreIndexes;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** No query of this service scans its collection. Said by the store itself, where it is one that can explain. */
class IndexUseIT {
    private final DocumentStore store = Components.shared().store();

    @Test
    void findsOverdueDecisionsAndApprovalsByIndex() {
        assumeThat(System.getenv().getOrDefault(DocumentStore.SETTING, "embedded"))
                .as("the embedded store cannot explain")
                .isNotEqualTo("embedded");
        try (MongoClient client = MongoClients.create(store.uri())) {
            MongoDatabase database = client.getDatabase(store.databasePrefix() + "approval-index-use");
            new StoreIndexes(MongoApprovals.INDEXES).createIn(database);
            MongoCollection<Document> approvals = database.getCollection(MongoApprovals.COLLECTION);
            approvals.insertMany(IntStream.range(0, 5_000)
                    .mapToObj(i -> new Document("_id", "s-" + i)
                            .append("slice", i % 60)
                            .append("dueAt", i % 10 == 0 ? Instant.EPOCH.plusSeconds(i) : null))
                    .toList());

            FindIterable<Document> overdue =
                    DueDocuments.query(approvals, Instant.EPOCH.plusSeconds(60), List.of(0, 3, 6), 100);
            FindIterable<Document> byId =
                    approvals.find(new Document("_id", new Document("$in", List.of("s-1", "s-2"))));

            assertThat(plan(overdue)).contains("IXSCAN").doesNotContain("COLLSCAN");
            assertThat(plan(byId)).containsAnyOf("IXSCAN", "IDHACK").doesNotContain("COLLSCAN");
        }
    }

    private static String plan(FindIterable<Document> query) {
        return query.explain(ExplainVerbosity.QUERY_PLANNER).toJson();
    }
}
