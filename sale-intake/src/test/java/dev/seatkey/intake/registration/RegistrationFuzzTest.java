package dev.seatkey.intake.registration;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.seatkey.intake.Samples;
import dev.seatkey.messaging.Subscription;
import dev.seatkey.messaging.testkit.Gauntlet;
import dev.seatkey.schemas.Topics;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Hostile registrations, of known and unknown customers and sales")
class RegistrationFuzzTest {
    private static final Desk DESK = new Desk();

    static {
        DESK.registered("sale-1");
    }

    private static final Gauntlet GAUNTLET = Gauntlet.of(
            new Subscription(
                    Topics.SALE_INTAKE,
                    "registration",
                    List.of(Topics.SALE_COMMANDS),
                    Set.of(dev.seatkey.contract.RegisterSale.class),
                    DESK.handler),
            DESK.handler,
            DESK.handler::read,
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
