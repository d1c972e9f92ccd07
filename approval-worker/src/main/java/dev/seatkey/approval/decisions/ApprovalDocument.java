package dev.seatkey.approval.decisions;

import dev.seatkey.messaging.Cause;
import dev.seatkey.messaging.due.Slices;
import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** An approval in the store. Public, since the driver reads records by reflection. */
public record ApprovalDocument(
        @BsonId String saleId,
        @Nullable RegisteredSale sale,
        @Nullable Cause arrivedBy,
        List<WaitingDecision> waiting,
        @Nullable Outcome outcome,
        @Nullable Instant dueAt,
        int slice,
        int revision) {

    /** The document that an approval becomes: its next revision. */
    static ApprovalDocument next(Approval approval) {
        return new ApprovalDocument(
                approval.saleId(),
                approval.sale(),
                approval.arrivedBy(),
                approval.waiting(),
                approval.outcome(),
                approval.dueAt(),
                Slices.of(approval.saleId()),
                approval.revision() + 1);
    }

    Approval approval() {
        return new Approval(saleId, sale, arrivedBy, waiting, outcome, dueAt, revision);
    }
}
