package dev.seatkey.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatkey.contract.KeyClosed;
import dev.seatkey.contract.KeyRenewed;
import dev.seatkey.contract.LaunchGranted;
import dev.seatkey.contract.LaunchRefused;
import dev.seatkey.contract.PlanEnded;
import dev.seatkey.contract.RefusalReason;
import dev.seatkey.contract.SaleRegistered;
import dev.seatkey.contract.SeatTaken;
import dev.seatkey.contract.TestLaunched;
import dev.seatkey.localstack.outside.Sender;
import dev.seatkey.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The main job, through the four workers")
class MainJobSystemTest {
    private static Product product;

    @BeforeAll
    static void start() {
        product = Product.start("main-job");
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    @Test
    @DisplayName("S7, A1, N1, K3, K7, K8: a plan from its registration to its end")
    void runsAPlanFromItsRegistrationToItsEnd() {
        // given a sale of three seats
        var school = product.aSchool();
        var sale = product.aSaleTo(school, "whole-life", 3);

        // when it is registered
        product.register(List.of(sale));
        product.await("the registration", () -> !registered("whole-life").isEmpty());

        // then it is priced
        var details = registered("whole-life").get(0).getSale();
        assertThat(details.getSalesPrice()).isEqualByComparingTo("73.46"); // 73.455, half-even

        // when it is approved
        product.approve(List.of(sale));
        product.awaitPlans(List.of("whole-life"));

        // then its registrant gets a mail
        product.await("the mail", () -> mailsTo(school) == 1);

        // when five learners launch two tests each
        var launches = IntStream.rangeClosed(1, 5)
                .boxed()
                .flatMap(learner -> Stream.of("linux", "network")
                        .map(test -> product.aLaunch(
                                school, "learner-" + learner, test, "whole-life-" + learner + "-" + test)))
                .toList();
        product.launch(launches);
        product.awaitAnswers(launches);

        // then three of them hold a seat and two keys each, and the others are told that none is left
        assertThat(seats("whole-life")).extracting(SeatTaken::getSeatNumber).containsExactlyInAnyOrder(1, 2, 3);
        assertThat(product.granted(school)).hasSize(6);
        assertThat(product.refused(school))
                .hasSize(4)
                .extracting(LaunchRefused::getReason)
                .containsOnly(RefusalReason.NO_SEAT_LEFT);

        // when 181 days pass
        product.stack().clock().moveAhead(Duration.ofDays(181));

        // then every key is in its second term, which begins where the first ended
        product.await("six renewals", () -> renewals(school).size() == 6);
        assertThat(renewals(school)).allSatisfy(renewal -> {
            assertThat(renewal.getTerm()).isEqualTo(2);
            assertThat(renewal.getTermFrom()).isEqualTo(firstTermEnd(renewal));
        });

        // when the plan's end has come
        product.stack().clock().moveAhead(Duration.ofDays(185));

        // then its keys are closed at its end, and a launch is refused
        var planTo = details.getCancellationDate().atStartOfDay(ZoneOffset.UTC).toInstant();
        product.await(
                "the plan's end",
                () -> !ended("whole-life").isEmpty() && closings(school).size() == 6);
        assertThat(closings(school)).extracting(KeyClosed::getClosedAt).containsOnly(planTo);
        var late = product.aLaunch(school, "learner-1", "linux", "whole-life-late");
        product.launch(List.of(late));
        product.awaitAnswers(List.of(late));
        assertThat(product.refused(school))
                .filteredOn(refusal -> refusal.getLaunchId().equals("whole-life-late"))
                .singleElement()
                .extracting(LaunchRefused::getReason)
                .isEqualTo(RefusalReason.ENDED);
        assertThat(product.observer().deadLetters()).isEmpty();
    }

    @Test
    @DisplayName("K3: two learners for the last seat at once, on two partitions and two instances")
    void givesTheLastSeatToOneOfTwoLearners() {
        // given plans with one seat each, and two instances of the key worker
        var plans = IntStream.rangeClosed(1, 12)
                .mapToObj(number -> "last-seat-" + number)
                .toList();
        var schools = plans.stream().map(plan -> product.aSchool()).toList();
        var sales = IntStream.range(0, plans.size())
                .mapToObj(i -> product.aSaleTo(schools.get(i), plans.get(i), 1))
                .toList();
        product.register(sales);
        product.approve(sales);
        product.awaitPlans(plans);
        try (var another = product.stack().startAnother("key-worker")) {
            assertThat(another.isAlive()).isTrue();

            // when two learners of each school launch at once, in different partitions
            var launches = schools.stream()
                    .flatMap(school -> Stream.of(
                            product.aLaunch(school, "anna", "linux", school + "-anna"),
                            product.aLaunch(school, "bert", "linux", school + "-bert")))
                    .toList();
            sendSideBySide(launches);
            product.awaitAnswers(launches);
        }

        // then one of them got it
        assertThat(schools).allSatisfy(school -> {
            assertThat(product.granted(school)).hasSize(1);
            assertThat(product.refused(school))
                    .singleElement()
                    .extracting(LaunchRefused::getReason)
                    .isEqualTo(RefusalReason.NO_SEAT_LEFT);
        });
        assertThat(plans).allSatisfy(plan -> assertThat(seats(plan)).hasSize(1));
    }

    @Test
    @DisplayName("K3, K4: one learner on every partition at once, on two instances")
    void givesALearnerOneSeatAndOneKey() {
        // given a plan with seats for several, and two instances of the key worker
        var school = product.aSchool();
        product.sell(school, "one-learner", 5);
        try (var another = product.stack().startAnother("key-worker")) {
            assertThat(another.isAlive()).isTrue();

            // when one learner launches one test on every partition at once, again and again
            var launches = IntStream.range(0, 10 * Topics.TEST_LAUNCHES.partitions())
                    .mapToObj(number -> product.aLaunch(school, "anna", "linux", "one-learner-" + number))
                    .toList();
            sendSideBySide(launches);
            product.awaitAnswers(launches);
        }

        // then it is one seat and one key
        assertThat(seats("one-learner")).hasSize(1);
        assertThat(product.granted(school))
                .hasSize(60)
                .extracting(granted -> granted.getKey().getCode())
                .containsOnly(product.granted(school).get(0).getKey().getCode());
    }

    private static void sendSideBySide(List<TestLaunched> launches) {
        var partitions = Topics.TEST_LAUNCHES.partitions();
        Sender.await(IntStream.range(0, launches.size())
                .mapToObj(i -> product.sender()
                        .sendTo(
                                i % partitions,
                                Topics.TEST_LAUNCHES,
                                launches.get(i).getLaunchId(),
                                launches.get(i)))
                .toList());
    }

    private static List<SaleRegistered> registered(String saleId) {
        return product.observer()
                .bodies(SaleRegistered.class, each -> each.getSale().getSaleId().equals(saleId));
    }

    private static long mailsTo(String school) {
        return product.stack()
                .components()
                .mail()
                .receivedBy(school + "@mail.example")
                .size();
    }

    private static List<SeatTaken> seats(String saleId) {
        return product
                .observer()
                .bodies(SeatTaken.class, each -> each.getSaleId().equals(saleId))
                .stream()
                .distinct()
                .toList();
    }

    private static List<KeyRenewed> renewals(String school) {
        return product
                .observer()
                .bodies(KeyRenewed.class, each -> each.getOrganizationId().equals(school))
                .stream()
                .distinct()
                .toList();
    }

    private static List<KeyClosed> closings(String school) {
        return product
                .observer()
                .bodies(KeyClosed.class, each -> each.getOrganizationId().equals(school))
                .stream()
                .distinct()
                .toList();
    }

    private static List<PlanEnded> ended(String saleId) {
        return product.observer()
                .bodies(PlanEnded.class, each -> each.getSaleId().equals(saleId));
    }

    private static Instant firstTermEnd(KeyRenewed renewal) {
        return product.observer()
                .bodies(LaunchGranted.class, each -> each.getKey().getKeyId().equals(renewal.getKeyId()))
                .get(0)
                .getKey()
                .getTermTo();
    }
}
