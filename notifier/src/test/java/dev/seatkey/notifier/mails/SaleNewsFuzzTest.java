package dev.seatkey.notifier.mails;

import static org.mockito.Mockito.mock;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.seatkey.contract.SaleApproved;
import dev.seatkey.contract.SaleDeclined;
import dev.seatkey.contract.SaleRejected;
import dev.seatkey.messaging.Subscription;
import dev.seatkey.messaging.testkit.Gauntlet;
import dev.seatkey.notifier.letters.WriteLetters;
import dev.seatkey.schemas.Topics;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;

@DisplayName("N4: hostile news of sales, and the letters that are written of them")
class SaleNewsFuzzTest {
    private static final SaleNewsListener LISTENER =
            new SaleNewsListener(mock(Mails.class), new QueueMails(new WriteLetters()));
    private static final Gauntlet GAUNTLET = Gauntlet.of(
            new Subscription(
                    Topics.NOTIFIER,
                    "mails",
                    List.of(Topics.SALE_EVENTS),
                    Set.of(SaleApproved.class, SaleDeclined.class, SaleRejected.class),
                    LISTENER),
            LISTENER,
            told -> Set.of(),
            Contracts.approved("neighbour"));

    @FuzzTest
    void loseNoBytes(byte[] bytes) {
        GAUNTLET.sendBytes(bytes);
    }

    @FuzzTest
    void loseNoRecord(FuzzedDataProvider data) {
        GAUNTLET.sendRecord(data);
    }
}
