package dev.seatkey.intake.status;

import static org.mockito.Mockito.mock;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.seatkey.intake.sales.Sales;
import dev.seatkey.messaging.Subscription;
import dev.seatkey.messaging.testkit.Gauntlet;
import dev.seatkey.schemas.Topics;
import java.util.List;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Hostile events of sales and plans")
class StatusFuzzTest {
    private static final StatusListener LISTENER = new StatusListener(mock(Sales.class));
    private static final Gauntlet GAUNTLET = Gauntlet.of(
            new Subscription(
                    Topics.SALE_INTAKE,
                    "status",
                    List.of(Topics.SALE_EVENTS, Topics.PLAN_EVENTS),
                    StatusListener.HANDLED,
                    LISTENER),
            LISTENER,
            moved -> List.of());

    @FuzzTest
    void loseNoBytes(byte[] bytes) {
        GAUNTLET.sendBytes(bytes);
    }

    @FuzzTest
    void loseNoRecord(FuzzedDataProvider data) {
        GAUNTLET.sendRecord(data);
    }
}
