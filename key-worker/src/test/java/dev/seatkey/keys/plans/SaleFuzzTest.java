package dev.seatkey.keys.plans;

import static org.mockito.Mockito.mock;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.seatkey.contract.SaleApproved;
import dev.seatkey.contract.SaleDeclined;
import dev.seatkey.contract.SaleRegistered;
import dev.seatkey.keys.samples.Causes;
import dev.seatkey.keys.samples.SampleSale;
import dev.seatkey.messaging.Cause;
import dev.seatkey.messaging.Subscription;
import dev.seatkey.messaging.testkit.Gauntlet;
import dev.seatkey.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Hostile sales, of which some have plans already, and the plans that are made of them")
class SaleFuzzTest {
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final SaleListener LISTENER = new SaleListener(mock(Plans.class));
    private static final Gauntlet GAUNTLET = Gauntlet.of(
            new Subscription(
                    Topics.KEY_WORKER,
                    "sales",
                    List.of(Topics.SALE_EVENTS),
                    Set.of(SaleRegistered.class, SaleApproved.class, SaleDeclined.class),
                    LISTENER),
            LISTENER,
            news -> plans(),
            SampleSale.aSale("neighbour").startingOn(LocalDate.of(2026, 6, 1)).approved(NOON));

    @FuzzTest
    void loseNoBytes(byte[] bytes) {
        GAUNTLET.sendBytes(bytes);
    }

    @FuzzTest
    void loseNoRecord(FuzzedDataProvider data) {
        GAUNTLET.sendRecord(data);
    }

    /** Under ids that hostile records often have. */
    private static Map<String, Plan> plans() {
        Cause decision = Causes.record("decision", NOON);
        return Stream.of(
                        Plan.pending(sold("sale-1")),
                        Plan.pending(sold("org-1")).declined(),
                        Plan.pending(sold("b0f5d9c6-6f1b-4a0e-9a55-1a1a7f6f2f10"))
                                .approved(decision))
                .collect(Collectors.toMap(Plan::saleId, Function.identity()));
    }

    private static Sold sold(String saleId) {
        return new Sold(
                saleId,
                "org-1",
                "it-pro-practice-test",
                3,
                NOON,
                NOON.plus(Duration.ofDays(365)),
                ZoneId.of("Europe/Madrid"),
                180);
    }
}
