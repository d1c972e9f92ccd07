package dev.seatkey.approval.decisions;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOneModel;
import dev.seatkey.messaging.due.DueDocuments;
import dev.seatkey.messaging.due.DueItem;
import dev.seatkey.messaging.due.DueWork;
import dev.seatkey.messaging.store.ConditionalWrites;
import dev.seatkey.messaging.store.StoreIndex;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** The approvals in MongoDB: one document a sale. */
final class MongoApprovals implements Approvals, DueWork {
    static final String COLLECTION = "approvals";
    static final String REPORT_UNMATCHED = "report-unmatched";
    static final List<StoreIndex> INDEXES = List.of(StoreIndex.forQuery(
            COLLECTION, Indexes.ascending("slice", "dueAt"), "decisions that have waited too long for their sale"));

    private final MongoCollection<ApprovalDocument> approvals;
    private final MongoCollection<Document> dueDates;

    MongoApprovals(MongoDatabase database) {
        this.approvals = database.getCollection(COLLECTION, ApprovalDocument.class);
        this.dueDates = database.getCollection(COLLECTION);
    }

    @Override
    public Map<String, Approval> find(Collection<String> saleIds) {
        Map<String, Approval> found = new HashMap<>();
        approvals.find(in("_id", saleIds)).forEach(document -> found.put(document.saleId(), document.approval()));
        return found;
    }

    @Override
    public void write(List<Approval> changed) {
        List<ApprovalDocument> fresh = new ArrayList<>();
        List<UpdateOneModel<ApprovalDocument>> updates = new ArrayList<>();
        for (Approval approval : changed) {
            ApprovalDocument next = ApprovalDocument.next(approval);
            if (approval.revision() == 0) {
                fresh.add(next);
            } else {
                updates.add(update(next));
            }
        }
        ConditionalWrites.insert(approvals, fresh);
        ConditionalWrites.update(approvals, updates);
    }

    @Override
    public List<DueItem> dueAt(Instant now, Collection<Integer> slices, int limit) {
        return DueDocuments.find(dueDates, REPORT_UNMATCHED, now, slices, limit);
    }

    private static UpdateOneModel<ApprovalDocument> update(ApprovalDocument next) {
        return new UpdateOneModel<>(
                new Document("_id", next.saleId()).append("revision", next.revision() - 1),
                combine(
                        set("sale", next.sale()),
                        set("arrivedBy", next.arrivedBy()),
                        set("waiting", next.waiting()),
                        set("outcome", next.outcome()),
                        set("dueAt", next.dueAt()),
                        set("revision", next.revision())));
    }
}
