package dev.seatkey.organizations;

import static org.mockito.Mockito.mock;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.seatkey.messaging.Subscription;
import dev.seatkey.messaging.testkit.Gauntlet;
import dev.seatkey.schemas.Topics;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Hostile organizations")
class OrganizationFuzzTest {
    private static final OrganizationListener LISTENER = new OrganizationListener(mock(Organizations.class));
    private static final Gauntlet GAUNTLET = Gauntlet.of(
            new Subscription(
                    Topics.SALE_INTAKE,
                    OrganizationsConfiguration.SUBSCRIPTION,
                    List.of(Topics.ORGANIZATIONS),
                    Set.of(dev.seatkey.contract.Organization.class),
                    LISTENER),
            LISTENER,
            told -> List.of(),
            new dev.seatkey.contract.Organization("neighbour", "Neighbour", null, true, List.of(), List.of()));

    @FuzzTest
    void loseNoBytes(byte[] bytes) {
        GAUNTLET.sendBytes(bytes);
    }

    @FuzzTest
    void loseNoRecord(FuzzedDataProvider data) {
        GAUNTLET.sendRecord(data);
    }
}
