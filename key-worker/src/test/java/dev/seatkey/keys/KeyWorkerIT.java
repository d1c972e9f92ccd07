package dev.seatkey.keys;

import static dev.seatkey.keys.samples.SampleLaunch.aLaunch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.seatkey.contract.KeyClosed;
import dev.seatkey.contract.KeyIssued;
import dev.seatkey.contract.KeyRenewed;
import dev.seatkey.contract.LaunchGranted;
import dev.seatkey.contract.LaunchRefused;
import dev.seatkey.contract.PlanActivated;
import dev.seatkey.contract.PlanEnded;
import dev.seatkey.contract.RefusalReason;
import dev.seatkey.contract.SeatTaken;
import dev.seatkey.schemas.Topic;
import dev.seatkey.schemas.Topics;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The key worker's promises, seen from its topics. */
class KeyWorkerIT {
    private static final RunningKeyWorker WORKER = new RunningKeyWorker("--seatkey.concurrency=2");
    private static final Duration DAY = Duration.ofDays(1);

    private final Customer customer = new Customer(WORKER, 3);
    private final Instant from = customer.sale().from();
    private final Instant to = customer.sale().to();

    @AfterAll
    static void stop() {
        WORKER.close();
    }

    @Test
    @DisplayName("K1–K5: answers launches with keys while there are seats, then refuses")
    void answersLaunchesWhileThereAreSeats() {
        customer.buys();

        IntStream.rangeClosed(1, 5)
                .forEach(n -> customer.launches(from.plus(DAY), aLaunch("l" + n).by("learner-" + n)));

        customer.isAnswered(5);
        assertThat(customer.granted()).extracting(LaunchGranted::getSeatNumber).containsExactlyInAnyOrder(1, 2, 3);
        assertThat(customer.refused())
                .extracting(LaunchRefused::getReason, LaunchRefused::getSeats)
                .containsExactly(tuple(RefusalReason.NO_SEAT_LEFT, 3), tuple(RefusalReason.NO_SEAT_LEFT, 3));
        assertThat(customer.seats()).extracting(SeatTaken::getSeatNumber).containsExactlyInAnyOrder(1, 2, 3);
        assertThat(customer.issued())
                .extracting(KeyIssued::getCode)
                .doesNotHaveDuplicates()
                .hasSize(3);
    }

    @Test
    @DisplayName("K7, K8: renews keys and closes them at their plan's end, whatever the pause")
    void renewsAndClosesKeys() {
        customer.buys();
        customer.launches(from, aLaunch("l1"));
        customer.isAnswered(1);

        WORKER.moveClockTo(to.plus(DAY));

        await().untilAsserted(() -> assertThat(customer.closed())
                .extracting(KeyClosed::getPosition, KeyClosed::getClosedAt)
                .containsExactly(tuple(4, to)));
        assertThat(customer.renewed())
                .extracting(KeyRenewed::getTerm, KeyRenewed::getTermFrom, KeyRenewed::getTermTo)
                .containsExactly(
                        tuple(2, from.plus(DAY.multipliedBy(180)), from.plus(DAY.multipliedBy(360))),
                        tuple(3, from.plus(DAY.multipliedBy(360)), from.plus(DAY.multipliedBy(540))));
        await().untilAsserted(() -> assertThat(customer.ended())
                .extracting(PlanEnded::getSeatsTaken, PlanEnded::getEndedAt)
                .containsExactly(tuple(1, to)));
    }

    @Test
    @DisplayName("K2, K9: a plan is active from its first instant, and until then its launches are refused")
    void startsAPlanAtItsFirstInstant() {
        WORKER.moveClockTo(from.minus(DAY));
        customer.hears(from.minus(DAY), customer.sale().approved(from.minus(DAY)));
        customer.launches(from.minusMillis(1), aLaunch("too soon"));
        customer.isAnswered(1);

        WORKER.moveClockTo(from);

        await().untilAsserted(() -> assertThat(customer.activated())
                .extracting(PlanActivated::getActivatedAt, PlanActivated::getPosition)
                .containsExactly(tuple(from, 1)));
        assertThat(customer.refused()).extracting(LaunchRefused::getReason).containsExactly(RefusalReason.NOT_STARTED);
    }

    @Test
    @DisplayName("K9: a launch under a sale that waits for approval is refused")
    void refusesALaunchUnderAPendingPlan() {
        customer.hears(from, customer.sale().registered());

        customer.launches(from, aLaunch("l1"));

        customer.isAnswered(1);
        assertThat(customer.refused())
                .extracting(LaunchRefused::getReason, LaunchRefused::getSaleId)
                .containsExactly(
                        tuple(RefusalReason.NOT_APPROVED, customer.sale().saleId()));
    }

    @Test
    @DisplayName("K3, K4: one learner on all partitions at once gets one seat and one key")
    void oneLearnerOnAllPartitionsGetsOneSeat() {
        customer.buys();

        IntStream.range(0, 60).forEach(n -> customer.launchesOn(n % 6, from, aLaunch("l" + n)));

        customer.isAnswered(60);
        assertThat(customer.seats()).hasSize(1);
        assertThat(customer.issued()).hasSize(1);
        assertThat(new HashSet<>(
                        customer.granted().stream().map(LaunchGranted::getKey).toList()))
                .hasSize(1);
    }

    @Test
    @DisplayName("K3: many learners on all partitions at once get exactly the seats that there are")
    void manyLearnersAtOnceGetTheSeatsThatThereAre() {
        customer.buys();

        IntStream.range(0, 60)
                .forEach(n -> customer.launchesOn(n % 6, from, aLaunch("l" + n).by("learner-" + n)));

        customer.isAnswered(60);
        assertThat(customer.granted()).hasSize(3);
        assertThat(customer.refused()).hasSize(57);
        assertThat(customer.seats()).extracting(SeatTaken::getSeatNumber).containsExactlyInAnyOrder(1, 2, 3);
    }

    @Test
    @DisplayName("K1: the same launch ten times on all partitions has one answer")
    void theSameLaunchOnAllPartitionsHasOneAnswer() {
        customer.buys();

        IntStream.range(0, 10).forEach(n -> customer.launchesOn(n % 6, from.plusMillis(n), aLaunch("l1")));

        customer.isAnswered(10);
        assertThat(new HashSet<>(customer.granted())).hasSize(1);
        assertThat(customer.seats()).hasSize(1);
    }

    @Test
    @DisplayName("Bad input: what is no launch is put aside, and the flow goes on")
    void putsAsideWhatIsNoLaunch() {
        customer.buys();
        Topic launches = Topics.TEST_LAUNCHES;
        int before = WORKER.putAside(launches);
        byte[] unknownSchema =
                ByteBuffer.allocate(9).put((byte) 0).putInt(999_999).putInt(7).array();

        WORKER.sendBytes(launches, 0, "k", from, "no avro".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        WORKER.sendBytes(launches, 0, "k", from, unknownSchema);
        WORKER.sendBytes(launches, 0, "k", from, new byte[] {0});
        WORKER.sendBytes(launches, 0, "k", from, null);
        WORKER.sendBytes(
                launches,
                0,
                "k",
                from,
                WORKER.bytes(Topics.SALE_EVENTS, customer.sale().registered()));
        WORKER.sendTo(
                0, launches, "k", from, aLaunch("l1").by("x".repeat(1_000_000)).launched());
        customer.launchesOn(0, from, aLaunch("l2"));

        customer.isAnswered(1);
        assertThat(customer.granted()).hasSize(1);
        assertThat(WORKER.putAside(launches) - before).isEqualTo(6);
    }

    @Test
    @DisplayName("Bad input: news of a sale that no plan can be made of are put aside")
    void putsAsideImpossibleSales() {
        int before = WORKER.putAside(Topics.SALE_EVENTS);

        WORKER.send(Topics.SALE_EVENTS, "k", from, customer.sale().seats(0).approved(from));
        WORKER.send(Topics.SALE_EVENTS, "k", from, customer.sale().termsOf(0).approved(from));
        customer.buys();

        await().until(() -> WORKER.putAside(Topics.SALE_EVENTS) - before == 2);
    }

    @Test
    @DisplayName("K1: an unknown organization is told that it has no plan")
    void tellsAnUnknownOrganizationThatItHasNoPlan() {
        customer.launches(from, aLaunch("l1"));

        customer.isAnswered(1);
        assertThat(customer.refused())
                .extracting(LaunchRefused::getReason, LaunchRefused::getSaleId)
                .containsExactly(tuple(RefusalReason.NO_PLAN, null));
    }
}
