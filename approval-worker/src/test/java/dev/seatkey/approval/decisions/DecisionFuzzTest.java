package dev.seatkey.approval.decisions;

import static org.mockito.Mockito.mock;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.seatkey.approval.decisions.DecideSales.Stored;
import dev.seatkey.approval.decisions.SaleMessage.SaleArrived;
import dev.seatkey.contract.DecideSale;
import dev.seatkey.contract.SaleDetails;
import dev.seatkey.contract.SaleRegistered;
import dev.seatkey.contract.UserReference;
import dev.seatkey.messaging.Cause;
import dev.seatkey.messaging.Message;
import dev.seatkey.messaging.Subscription;
import dev.seatkey.messaging.testkit.Gauntlet;
import dev.seatkey.organizations.Organization;
import dev.seatkey.organizations.OrganizationTree;
import dev.seatkey.organizations.Person;
import dev.seatkey.schemas.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;

@DisplayName("A1-A3: hostile sales and decisions, some of them about sales that are pending, decided or awaited")
class DecisionFuzzTest {
    // Ids and names that hostile records often have.
    private static final String PENDING = "sale-1";
    private static final String DECIDED = "b0f5d9c6-6f1b-4a0e-9a55-1a1a7f6f2f10";
    private static final String AWAITED = "org-1";
    private static final String NEIGHBOUR = "neighbour";
    private static final User APPROVER = new User("northwind", "nora");
    private static final Cause EARLIER = Fixtures.cause("earlier-0@0", Fixtures.REGISTERED);
    private static final DecisionListener LISTENER = new DecisionListener(
            mock(Approvals.class),
            mock(KnownOrganizations.class),
            new DecideSales(new FourEyes(false), Duration.ofDays(1)));
    // Comes before the records: Avro makes only those of classes that it was told to trust, which the catalogue does.
    private static final Subscription SUBSCRIPTION = new Subscription(
            Topics.APPROVAL_WORKER,
            "decisions",
            List.of(Topics.SALE_EVENTS, Topics.APPROVAL_DECISIONS),
            Set.of(SaleRegistered.class, DecideSale.class),
            LISTENER);
    private static final Stored STORED = stored();
    private static final Gauntlet GAUNTLET = Gauntlet.of(
            SUBSCRIPTION,
            LISTENER,
            messages -> STORED,
            new DecideSale(
                    NEIGHBOUR, dev.seatkey.contract.Verdict.APPROVE, new UserReference("northwind", "nora"), null));

    @FuzzTest
    void loseNoBytes(byte[] bytes) {
        GAUNTLET.sendBytes(bytes);
    }

    @FuzzTest
    void loseNoRecord(FuzzedDataProvider data) {
        GAUNTLET.sendRecord(data);
    }

    private static Stored stored() {
        SaleDecision early = Fixtures.approval(AWAITED, APPROVER);
        return new Stored(
                Map.of(
                        PENDING,
                        pending(PENDING),
                        DECIDED,
                        pending(DECIDED).settled(new Outcome(Fixtures.approval(DECIDED, APPROVER), EARLIER)),
                        AWAITED,
                        Approval.none(AWAITED).keeping(early, EARLIER, Duration.ofDays(1)),
                        NEIGHBOUR,
                        pending(NEIGHBOUR)),
                OrganizationTree.of(List.of(
                        organization("northwind", null),
                        organization("harbor", "northwind"),
                        organization("org-1", "harbor"))));
    }

    /** A sale that Nora of Harbor registered: she may not approve it, nor may anybody below. */
    private static Approval pending(String saleId) {
        SaleDetails sale = SaleDetails.newBuilder(Contracts.details(saleId))
                .setRegistrant(new dev.seatkey.contract.Registrant(
                        "harbor", "Harbor", "nora", "Nora", "nora@example.com", null))
                .build();
        SaleRegistered registered =
                SaleRegistered.newBuilder().setPosition(1).setSale(sale).build();
        SaleArrived arrived = (SaleArrived) LISTENER.translate(new Message(registered, saleId, EARLIER));
        return Approval.none(saleId).arrived(arrived.sale(), EARLIER);
    }

    private static Organization organization(String id, @Nullable String parentId) {
        return Organization.told(
                id, id, parentId, true, List.of(), List.of(new Person("nora", "Nora", "nora@example.com", null)));
    }
}
