package dev.seatkey.intake.status;

import dev.seatkey.contract.PlanActivated;
import dev.seatkey.contract.PlanEndReason;
import dev.seatkey.contract.PlanEnded;
import dev.seatkey.contract.SaleApproved;
import dev.seatkey.contract.SaleDeclined;
import dev.seatkey.contract.SaleRegistered;
import dev.seatkey.intake.sales.Sale;
import dev.seatkey.intake.sales.SaleEvents;
import dev.seatkey.intake.sales.SaleStatus;
import dev.seatkey.intake.sales.Sales;
import dev.seatkey.intake.sales.UserReference;
import dev.seatkey.messaging.BatchHandler;
import dev.seatkey.messaging.BrokenRecord;
import dev.seatkey.messaging.Cause;
import dev.seatkey.messaging.Decision;
import dev.seatkey.messaging.Message;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/**
 * Takes in what registration, approval and the plan's life say of sales, and tells how each sale stands. It alone does: of a
 * compacted topic only the last record of a key stays, and two who write side by side may leave the older state there.
 */
final class StatusListener implements BatchHandler<SaleMoved, List<Sale>, List<Sale>> {
    /** The events that make a sale or move it. */
    static final Set<Class<? extends SpecificRecord>> HANDLED =
            Set.of(SaleRegistered.class, SaleApproved.class, SaleDeclined.class, PlanActivated.class, PlanEnded.class);

    private final Sales sales;
    private final FollowSales followSales = new FollowSales();

    StatusListener(Sales sales) {
        this.sales = sales;
    }

    @Override
    public SaleMoved translate(Message message) {
        SpecificRecord body = message.body();
        Cause cause = message.cause();
        if (body instanceof SaleRegistered event) {
            return new SaleMoved(event.getSale().getSaleId(), SaleStatus.PENDING_APPROVAL, null, null, cause);
        }
        if (body instanceof SaleApproved event) {
            return new SaleMoved(
                    event.getSale().getSaleId(),
                    SaleStatus.APPROVED,
                    user(event.getDecidedBy()),
                    event.getApprovedAt(),
                    cause);
        }
        if (body instanceof SaleDeclined event) {
            return new SaleMoved(
                    event.getSale().getSaleId(),
                    SaleStatus.DECLINED,
                    user(event.getDecidedBy()),
                    event.getDeclinedAt(),
                    cause);
        }
        if (body instanceof PlanActivated event) {
            return new SaleMoved(event.getSaleId(), SaleStatus.ACTIVE, null, null, cause);
        }
        if (body instanceof PlanEnded event) {
            boolean cancelled = event.getReason() == PlanEndReason.SALE_CANCELLED;
            return new SaleMoved(
                    event.getSaleId(), cancelled ? SaleStatus.CANCELLED : SaleStatus.ENDED, null, null, cause);
        }
        throw new BrokenRecord("moves no sale");
    }

    private static UserReference user(dev.seatkey.contract.UserReference user) {
        return new UserReference(user.getOrganizationId(), user.getUserId());
    }

    @Override
    public List<Sale> read(List<SaleMoved> events) {
        return sales.find(events.stream().map(SaleMoved::saleId).distinct().toList());
    }

    @Override
    public Decision<List<Sale>> decide(List<SaleMoved> events, List<Sale> stored) {
        Progress progress = followSales.decide(events, stored);
        return new Decision<>(
                progress.changed(),
                progress.reached().stream()
                        .map(reached -> SaleEvents.stateOf(reached.sale(), reached.milestone()))
                        .toList());
    }

    @Override
    public void write(List<Sale> changed) {
        sales.update(changed);
    }
}
