package dev.seatkey.approval.decisions;

import static org.mockito.Mockito.mock;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.seatkey.approval.decisions.DecideSales.Stored;
import dev.seatkey.contract.DecideSale;
import dev.seatkey.contract.SaleRegistered;
import dev.seatkey.messaging.Subscription;
import dev.seatkey.messaging.testkit.Gauntlet;
import dev.seatkey.organizations.OrganizationTree;
import dev.seatkey.schemas.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Hostile sales and decisions")
class DecisionFuzzTest {
    private static final Stored NOTHING = new Stored(Map.of(), OrganizationTree.of(List.of()));
    private static final DecisionListener LISTENER = new DecisionListener(
            mock(Approvals.class),
            mock(KnownOrganizations.class),
            new DecideSales(new FourEyes(false), Duration.ofDays(1)));
    private static final Gauntlet GAUNTLET = Gauntlet.of(
            new Subscription(
                    Topics.APPROVAL_WORKER,
                    "decisions",
                    List.of(Topics.SALE_EVENTS, Topics.APPROVAL_DECISIONS),
                    Set.of(SaleRegistered.class, DecideSale.class),
                    LISTENER),
            LISTENER,
            messages -> NOTHING);

    @FuzzTest
    void loseNoBytes(byte[] bytes) {
        GAUNTLET.sendBytes(bytes);
    }

    @FuzzTest
    void loseNoRecord(FuzzedDataProvider data) {
        GAUNTLET.sendRecord(data);
    }
}
