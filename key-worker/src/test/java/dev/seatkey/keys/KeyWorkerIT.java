package dev.seatkey.keys;

import static dev.seatkey.keys.samples.SampleLaunch.aLaunch;
import static dev.seatkey.keys.samples.SampleSale.aSale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import dev.seatkey.contract.KeyClosed;
import dev.seatkey.contract.KeyIssued;
import dev.seatkey.contract.KeyRenewed;
import dev.seatkey.contract.LaunchGranted;
import dev.seatkey.contract.LaunchRefused;
import dev.seatkey.contract.PlanActivated;
import dev.seatkey.contract.PlanEnded;
import dev.seatkey.contract.RefusalReason;
import dev.seatkey.contract.SeatTaken;
import dev.seatkey.keys.samples.SampleLaunch;
import dev.seatkey.keys.samples.SampleSale;
import dev.seatkey.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The key worker's promises, seen from its topics. */
class KeyWorkerIT {
    private static final RunningKeyWorker WORKER = new RunningKeyWorker("--seatkey.concurrency=2");
    private static final Duration DAY = Duration.ofDays(1);

    private final String customer = "customer-" + UUID.randomUUID();
    private final SampleSale sale =
            aSale("sale-" + UUID.randomUUID()).to(customer).seats(3);

    @AfterAll
    static void stop() {
        WORKER.close();
    }

    @Test
    @DisplayName("K1–K4: answers launches with keys while there are seats, then refuses")
    void answersLaunchesWhileThereAreSeats() {
        approved(sale);

        IntStream.rangeClosed(1, 5)
                .forEach(n -> launch(sale.from().plus(DAY), aLaunch("l" + n).by("learner-" + n)));

        await().untilAsserted(() -> assertThat(answers()).hasSize(5));
        assertThat(granted()).extracting(LaunchGranted::getSeatNumber).containsExactlyInAnyOrder(1, 2, 3);
        assertThat(refused())
                .extracting(LaunchRefused::getReason, LaunchRefused::getSaleId, LaunchRefused::getSeats)
                .containsExactly(
                        tuple(RefusalReason.NO_SEAT_LEFT, sale.saleId(), 3),
                        tuple(RefusalReason.NO_SEAT_LEFT, sale.saleId(), 3));
        assertThat(seats()).extracting(SeatTaken::getSeatNumber).containsExactlyInAnyOrder(1, 2, 3);
        assertThat(issued())
                .extracting(KeyIssued::getCode)
                .doesNotHaveDuplicates()
                .hasSize(3);
    }

    @Test
    @DisplayName("K7, K8: renews keys and closes them at their plan's end, whatever the pause")
    void renewsAndClosesKeys() {
        approved(sale);
        launch(sale.from(), aLaunch("l1"));
        await().untilAsserted(() -> assertThat(granted()).hasSize(1));

        WORKER.moveClockTo(sale.to().plus(DAY));

        await().untilAsserted(() -> assertThat(closed()).hasSize(1));
        assertThat(renewed())
                .extracting(KeyRenewed::getTerm, KeyRenewed::getTermFrom, KeyRenewed::getTermTo)
                .containsExactly(
                        tuple(
                                2,
                                sale.from().plus(Duration.ofDays(180)),
                                sale.from().plus(Duration.ofDays(360))),
                        tuple(
                                3,
                                sale.from().plus(Duration.ofDays(360)),
                                sale.from().plus(Duration.ofDays(540))));
        assertThat(closed())
                .extracting(KeyClosed::getPosition, KeyClosed::getClosedAt)
                .containsExactly(tuple(4, sale.to()));
        await().untilAsserted(
                        () -> assertThat(ofSale(WORKER.all(Topics.PLAN_EVENTS, PlanEnded.class), PlanEnded::getSaleId))
                                .extracting(PlanEnded::getSeatsTaken)
                                .containsExactly(1));
    }

    @Test
    @DisplayName("K2: a plan becomes active at its first instant")
    void startsAPlanAtItsFirstInstant() {
        WORKER.moveClockTo(sale.from().minus(DAY));
        tell(sale.from().minus(DAY), sale.approved(sale.from().minus(DAY)));
        await().until(() ->
                WORKER.database().getCollection("plans").countDocuments(Filters.eq("_id", sale.saleId())) == 1);
        launch(sale.from().minus(Duration.ofMillis(1)), aLaunch("too soon"));
        await().untilAsserted(() ->
                assertThat(refused()).extracting(LaunchRefused::getReason).containsExactly(RefusalReason.NOT_STARTED));

        WORKER.moveClockTo(sale.from());

        await().untilAsserted(() -> assertThat(activated())
                .extracting(PlanActivated::getActivatedAt, PlanActivated::getPosition)
                .containsExactly(tuple(sale.from(), 1)));
    }

    private void approved(SampleSale approved) {
        Instant at = approved.from();
        tell(at, approved.registered());
        tell(at, approved.approved(at));
        await().untilAsserted(() -> assertThat(activated()).hasSize(1));
    }

    private void tell(Instant at, SpecificRecord news) {
        WORKER.send(Topics.SALE_EVENTS, sale.saleId(), at, news);
    }

    private void launch(Instant at, SampleLaunch launch) {
        SampleLaunch own = new SampleLaunch(
                customer + launch.launchId(),
                customer,
                launch.distributionId(),
                launch.testId(),
                launch.subject(),
                launch.roles());
        WORKER.send(Topics.TEST_LAUNCHES, own.key(), at, own.launched());
    }

    private List<PlanActivated> activated() {
        return ofSale(WORKER.all(Topics.PLAN_EVENTS, PlanActivated.class), PlanActivated::getSaleId);
    }

    private List<SeatTaken> seats() {
        return ofSale(WORKER.all(Topics.PLAN_EVENTS, SeatTaken.class), SeatTaken::getSaleId);
    }

    private List<KeyIssued> issued() {
        return ofSale(WORKER.all(Topics.KEY_EVENTS, KeyIssued.class), KeyIssued::getSaleId);
    }

    private List<KeyRenewed> renewed() {
        return ofSale(WORKER.all(Topics.KEY_EVENTS, KeyRenewed.class), KeyRenewed::getSaleId);
    }

    private List<KeyClosed> closed() {
        return ofSale(WORKER.all(Topics.KEY_EVENTS, KeyClosed.class), KeyClosed::getSaleId);
    }

    private List<LaunchGranted> granted() {
        return ofSale(WORKER.all(Topics.LAUNCH_RESULTS, LaunchGranted.class), LaunchGranted::getSaleId);
    }

    private List<LaunchRefused> refused() {
        return WORKER.all(Topics.LAUNCH_RESULTS, LaunchRefused.class).stream()
                .filter(answer -> answer.getOrganizationId().equals(customer))
                .toList();
    }

    private List<SpecificRecord> answers() {
        List<SpecificRecord> all = new java.util.ArrayList<>(granted());
        all.addAll(refused());
        return all;
    }

    private <T> List<T> ofSale(List<T> events, java.util.function.Function<T, String> saleId) {
        return events.stream()
                .filter(event -> sale.saleId().equals(saleId.apply(event)))
                .toList();
    }
}
