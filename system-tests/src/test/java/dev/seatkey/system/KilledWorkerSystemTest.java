package dev.seatkey.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatkey.contract.LaunchGranted;
import dev.seatkey.contract.SaleApproved;
import dev.seatkey.contract.SaleRegistered;
import dev.seatkey.contract.SeatTaken;
import dev.seatkey.localstack.outside.Seen;
import dev.seatkey.localstack.stack.Worker;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("kill -9 of each worker in the midst of its work")
class KilledWorkerSystemTest {
    private static final int SALES = 60;
    private static final int LEARNERS = 300;
    private static final int SEATS = 200;

    private static Product product;

    @BeforeAll
    static void start() {
        product = Product.start("killed-workers");
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    @Test
    @DisplayName("S1, A1, N4: no sale, decision or mail is lost, none is doubled")
    void losesAndDoublesNoSale() {
        // given many sales, and their approvals
        var school = product.aSchool();
        var sales = IntStream.rangeClosed(1, SALES)
                .mapToObj(number -> product.aSaleTo(school, "kill-" + number, 1))
                .toList();

        // when each worker on their way is killed while it handles them
        product.register(sales);
        product.approve(sales);
        for (var name : List.of("sale-intake", "approval-worker", "notifier")) {
            killAndRestart(product.stack().worker(name));
        }

        // then every sale is registered and approved, once
        product.await("all approvals", () -> approvals().size() >= SALES);
        product.awaitPlans(sales.stream().map(sale -> sale.getSaleId()).toList());
        assertThat(eventIdsBy(SaleRegistered.class, each -> each.getSale().getSaleId()))
                .allSatisfy((saleId, ids) -> assertThat(ids).hasSize(1));
        assertThat(eventIdsBy(SaleApproved.class, each -> each.getSale().getSaleId()))
                .hasSize(SALES)
                .allSatisfy((saleId, ids) -> assertThat(ids).hasSize(1));

        // and every approval has its mail; of one that was under way there may be a second copy of the same
        product.await("all mails", () -> messageIds(school).size() >= SALES);
        assertThat(messageIds(school)).hasSize(SALES);
        assertThat(mailsTo(school)).hasSizeBetween(SALES, SALES + 1);
    }

    @Test
    @DisplayName("K1, K3, K4: no launch is lost, no seat is lost or sold twice")
    void losesNoLaunchAndNoSeat() {
        // given a plan with fewer seats than learners
        var school = product.aSchool();
        product.sell(school, "killed-plan", SEATS);
        var launches = IntStream.rangeClosed(1, LEARNERS)
                .mapToObj(number -> product.aLaunch(school, "learner-" + number, "linux", "killed-launch-" + number))
                .toList();

        // when the key worker is killed, twice, while it answers their launches
        product.launch(launches.subList(0, LEARNERS / 2));
        killAndRestart(product.stack().worker("key-worker"));
        product.launch(launches.subList(LEARNERS / 2, LEARNERS));
        killAndRestart(product.stack().worker("key-worker"));

        // then each has one answer, and the seats add up
        product.awaitAnswers(launches);
        assertThat(product.answersById())
                .allSatisfy((launchId, ids) -> assertThat(ids).hasSize(1));
        assertThat(product.granted(school)).hasSize(SEATS);
        assertThat(product.refused(school)).hasSize(LEARNERS - SEATS);
        assertThat(product.observer()
                        .bodies(SeatTaken.class, each -> each.getSaleId().equals("killed-plan")))
                .extracting(SeatTaken::getSeatNumber)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, SEATS).boxed().toList());
        assertThat(product.granted(school))
                .extracting(LaunchGranted::getSubject)
                .doesNotHaveDuplicates();
    }

    private static void killAndRestart(Worker worker) {
        worker.kill();
        worker.restart();
    }

    private static List<Seen<SaleApproved>> approvals() {
        return product.observer().all(SaleApproved.class).stream()
                .filter(each -> each.body().getSale().getSaleId().startsWith("kill-"))
                .toList();
    }

    private static <T> Map<String, Set<String>> eventIdsBy(Class<T> type, Function<T, String> saleId) {
        return product.observer().all(type).stream()
                .filter(each -> saleId.apply(each.body()).startsWith("kill-"))
                .collect(Collectors.groupingBy(
                        each -> saleId.apply(each.body()), Collectors.mapping(Seen::eventId, Collectors.toSet())));
    }

    private static List<MimeMessage> mailsTo(String school) {
        return product.stack().components().mail().receivedBy(school + "@mail.example");
    }

    private static Set<String> messageIds(String school) {
        return mailsTo(school).stream().map(KilledWorkerSystemTest::messageId).collect(Collectors.toSet());
    }

    private static String messageId(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
