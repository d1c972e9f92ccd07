package dev.seatkey.intake.registration;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.seatkey.intake.Samples;
import dev.seatkey.messaging.Subscription;
import dev.seatkey.messaging.testkit.Gauntlet;
import dev.seatkey.organizations.OrganizationTree;
import dev.seatkey.schemas.Topics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Hostile registrations, of known and unknown customers and sales")
class RegistrationFuzzTest {
    private static final Desk DESK = new Desk();
    private static final Known KNOWN = new Known(
            List.of(DESK.registered("sale-1")),
            OrganizationTree.of(DESK.organizations.values()),
            DESK.distributions.values(),
            Map.of());
    private static final Gauntlet GAUNTLET = Gauntlet.of(
            new Subscription(
                    Topics.SALE_INTAKE,
                    "registration",
                    List.of(Topics.SALE_COMMANDS),
                    Set.of(dev.seatkey.contract.RegisterSale.class),
                    DESK.handler),
            DESK.handler,
            registrations -> KNOWN,
            Samples.aSale("neighbour").build());

    @FuzzTest
    void loseNoBytes(byte[] bytes) {
        GAUNTLET.sendBytes(bytes);
    }

    @FuzzTest
    void loseNoRecord(FuzzedDataProvider data) {
        GAUNTLET.sendRecord(data);
    }
}
