package dev.seatkey.intake.status;

import static org.mockito.Mockito.mock;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.seatkey.contract.PlanActivated;
import dev.seatkey.intake.Samples;
import dev.seatkey.intake.registration.Desk;
import dev.seatkey.intake.sales.Milestone;
import dev.seatkey.intake.sales.Sale;
import dev.seatkey.intake.sales.SaleStatus;
import dev.seatkey.intake.sales.Sales;
import dev.seatkey.messaging.Cause;
import dev.seatkey.messaging.Subscription;
import dev.seatkey.messaging.testkit.Gauntlet;
import dev.seatkey.schemas.Topics;
import java.util.List;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Hostile events of sales and plans, some of them of sales that are registered")
class StatusFuzzTest {
    private static final List<Sale> SALES =
            List.of(registered("sale-1"), over(registered("org-1")), registered("neighbour"));
    private static final StatusListener LISTENER = new StatusListener(mock(Sales.class));
    private static final Gauntlet GAUNTLET = Gauntlet.of(
            new Subscription(
                    Topics.SALE_INTAKE,
                    "status",
                    List.of(Topics.SALE_EVENTS, Topics.PLAN_EVENTS),
                    StatusListener.HANDLED,
                    LISTENER),
            LISTENER,
            moved -> SALES,
            PlanActivated.newBuilder()
                    .setSaleId("neighbour")
                    .setPosition(1)
                    .setOrganizationId("harbor")
                    .setDistributionId("practice-test")
                    .setSeats(25)
                    .setPlanFrom(Samples.NOON)
                    .setPlanTo(Samples.NOON)
                    .setTimeZone("UTC")
                    .setActivatedAt(Samples.NOON)
                    .build());

    @FuzzTest
    void loseNoBytes(byte[] bytes) {
        GAUNTLET.sendBytes(bytes);
    }

    @FuzzTest
    void loseNoRecord(FuzzedDataProvider data) {
        GAUNTLET.sendRecord(data);
    }

    private static Sale registered(String saleId) {
        return new Desk().registered(saleId);
    }

    private static Sale over(Sale sale) {
        Cause end = new Cause("plan-events-0@3", "end", "end", null, Samples.NOON);
        return sale.with(new Milestone(SaleStatus.ENDED, end, null, null, Samples.NOON));
    }
}
