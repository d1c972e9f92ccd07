package dev.seatkey.keys.plans;

import dev.seatkey.messaging.due.Slices;
import java.time.Instant;
import java.time.ZoneId;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** A plan as it is stored; see {@link Plan} and {@link Sold}. Public only for the driver's codec. */
public record PlanDocument(
        @BsonId String saleId,
        String organizationId,
        String distributionId,
        int seats,
        Instant planFrom,
        Instant planTo,
        String timeZone,
        int keyLengthDays,
        PlanState state,
        int seatsTaken,
        @Nullable Start started,
        @Nullable Ending ended,
        int revision,
        int slice,
        @Nullable Instant dueAt) {

    static PlanDocument of(Plan plan) {
        Sold sold = plan.sold();
        return new PlanDocument(
                sold.saleId(),
                sold.organizationId(),
                sold.distributionId(),
                sold.seats(),
                sold.from(),
                sold.to(),
                sold.zone().getId(),
                sold.keyLengthDays(),
                plan.state(),
                plan.seatsTaken(),
                plan.started(),
                plan.ended(),
                plan.revision(),
                Slices.of(sold.saleId()),
                plan.dueAt());
    }

    Plan toPlan() {
        Sold sold = new Sold(
                saleId, organizationId, distributionId, seats, planFrom, planTo, ZoneId.of(timeZone), keyLengthDays);
        return new Plan(sold, state, seatsTaken, started, ended, revision);
    }
}
