package dev.seatkey.keys.plans;

import dev.seatkey.messaging.Cause;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sale as the key worker sees it.
 *
 * @param seatsTaken how many seats are taken at least: never more than the truth, and most of the time just that
 * @param started when and why it became active
 * @param ended when and why it ended
 * @param revision counts its changes
 */
public record Plan(
        Sold sold,
        PlanState state,
        int seatsTaken,
        @Nullable Start started,
        @Nullable Ending ended,
        int revision) {

    /** A plan of a sale that waits for approval. */
    public static Plan pending(Sold sold) {
        return new Plan(sold, PlanState.PENDING, 0, null, null, 1);
    }

    public String saleId() {
        return sold.saleId();
    }

    /** Approved. A plan whose first instant has passed becomes active at once (A6). */
    public Plan approved(Cause cause) {
        Plan approved = changed(PlanState.APPROVED, null, null);
        return cause.at().isBefore(sold.from()) ? approved : approved.startedAt(cause.at(), cause);
    }

    public Plan declined() {
        return changed(PlanState.DECLINED, null, null);
    }

    /**
     * Started and ended as far as its time has come at the time of {@code cause}.
     *
     * @param seatsTakenNow how many seats are taken, for the plan's end
     */
    public Plan turned(int seatsTakenNow, Cause cause) {
        Plan plan = this;
        if (plan.state == PlanState.APPROVED && !cause.at().isBefore(sold.from())) {
            plan = plan.startedAt(sold.from(), cause);
        }
        if (plan.state == PlanState.ACTIVE && !cause.at().isBefore(sold.to())) {
            plan = plan.changed(PlanState.ENDED, plan.started, new Ending(sold.to(), seatsTakenNow, cause));
        }
        return plan;
    }

    private Plan startedAt(Instant at, Cause cause) {
        return changed(PlanState.ACTIVE, new Start(at, cause), null);
    }

    private Plan changed(PlanState to, @Nullable Start newStarted, @Nullable Ending newEnded) {
        return new Plan(sold, to, seatsTaken, newStarted, newEnded, revision + 1);
    }

    /** When there is something to do on this plan next; null: never again, or not before it is approved. */
    public @Nullable Instant dueAt() {
        return switch (state) {
            case APPROVED -> sold.from();
            case ACTIVE -> sold.to();
            case PENDING, ENDED, DECLINED -> null;
        };
    }

    public boolean isApproved() {
        return state == PlanState.APPROVED || state == PlanState.ACTIVE || state == PlanState.ENDED;
    }

    /** Whether launches at this instant are covered: by time, whether or not start and end were worked on already. */
    public boolean isActiveAt(Instant time) {
        return isApproved() && !time.isBefore(sold.from()) && time.isBefore(sold.to());
    }
}
