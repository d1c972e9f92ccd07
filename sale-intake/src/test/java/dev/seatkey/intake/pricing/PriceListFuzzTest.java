package dev.seatkey.intake.pricing;

import static org.mockito.Mockito.mock;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.seatkey.contract.PriceListEntry;
import dev.seatkey.intake.Samples;
import dev.seatkey.messaging.Subscription;
import dev.seatkey.messaging.testkit.Gauntlet;
import dev.seatkey.schemas.Topics;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Hostile price lists")
class PriceListFuzzTest {
    private static final PriceListListener LISTENER = new PriceListListener(mock(PriceList.class));
    private static final Gauntlet GAUNTLET = Gauntlet.of(
            new Subscription(
                    Topics.SALE_INTAKE,
                    PricingConfiguration.SUBSCRIPTION,
                    List.of(Topics.PRICE_LIST),
                    Set.of(PriceListEntry.class),
                    LISTENER),
            LISTENER,
            told -> List.of(),
            Samples.priceList().get(0));

    @FuzzTest
    void loseNoBytes(byte[] bytes) {
        GAUNTLET.sendBytes(bytes);
    }

    @FuzzTest
    void loseNoRecord(FuzzedDataProvider data) {
        GAUNTLET.sendRecord(data);
    }
}
