package dev.seatkey.keys.plans;

import static org.mockito.Mockito.mock;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.seatkey.contract.SaleApproved;
import dev.seatkey.contract.SaleDeclined;
import dev.seatkey.contract.SaleRegistered;
import dev.seatkey.messaging.Subscription;
import dev.seatkey.messaging.testkit.Gauntlet;
import dev.seatkey.schemas.Topics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Hostile sales, and the plans that are made of them")
class SaleFuzzTest {
    private static final SaleListener LISTENER = new SaleListener(mock(Plans.class));
    private static final Gauntlet GAUNTLET = Gauntlet.of(
            new Subscription(
                    Topics.KEY_WORKER,
                    "sales",
                    List.of(Topics.SALE_EVENTS),
                    Set.of(SaleRegistered.class, SaleApproved.class, SaleDeclined.class),
                    LISTENER),
            LISTENER,
            news -> Map.of());

    @FuzzTest
    void loseNoBytes(byte[] bytes) {
        GAUNTLET.sendBytes(bytes);
    }

    @FuzzTest
    void loseNoRecord(FuzzedDataProvider data) {
        GAUNTLET.sendRecord(data);
    }
}
