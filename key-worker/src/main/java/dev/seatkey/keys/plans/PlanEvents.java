package dev.seatkey.keys.plans;

import dev.seatkey.contract.PlanActivated;
import dev.seatkey.contract.PlanEndReason;
import dev.seatkey.contract.PlanEnded;
import dev.seatkey.messaging.Cause;
import dev.seatkey.messaging.NameBasedId;
import dev.seatkey.messaging.Publication;
import dev.seatkey.schemas.Topics;
import java.util.function.Consumer;

/**
 * What is told about plans. It is read off the plan: whatever a record did to it is told for that record, the first time
 * and each time that the record is handled again.
 */
public final class PlanEvents {
    private static final int STARTED = 1;
    private static final int ENDED = 2;

    private PlanEvents() {}

    /** Tells what the record {@code cause} did to the plan. */
    public static void tell(Plan plan, Cause cause, Consumer<Publication> events) {
        Start started = plan.started();
        if (started != null && cause.isSameRecord(started.cause())) {
            events.accept(activated(plan.sold(), started));
        }
        Ending ended = plan.ended();
        if (ended != null && cause.isSameRecord(ended.cause())) {
            events.accept(ended(plan.sold(), ended));
        }
    }

    private static Publication activated(Sold sold, Start started) {
        PlanActivated event = PlanActivated.newBuilder()
                .setSaleId(sold.saleId())
                .setPosition(STARTED)
                .setOrganizationId(sold.organizationId())
                .setDistributionId(sold.distributionId())
                .setSeats(sold.seats())
                .setPlanFrom(sold.from())
                .setPlanTo(sold.to())
                .setTimeZone(sold.zone().getId())
                .setActivatedAt(started.at())
                .build();
        return new Publication(
                Topics.PLAN_EVENTS,
                sold.saleId(),
                NameBasedId.of("PlanActivated", sold.saleId()),
                event,
                started.cause());
    }

    private static Publication ended(Sold sold, Ending ended) {
        PlanEnded event = PlanEnded.newBuilder()
                .setSaleId(sold.saleId())
                .setPosition(ENDED)
                .setReason(PlanEndReason.PLAN_ENDED)
                .setSeats(sold.seats())
                .setSeatsTaken(ended.seatsTaken())
                .setEndedAt(ended.at())
                .build();
        return new Publication(
                Topics.PLAN_EVENTS, sold.saleId(), NameBasedId.of("PlanEnded", sold.saleId()), event, ended.cause());
    }
}
