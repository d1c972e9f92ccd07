package dev.seatkey.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.seatkey.contract.DecideSale;
import dev.seatkey.contract.RegisterSale;
import dev.seatkey.contract.SaleDeclined;
import dev.seatkey.contract.UserReference;
import dev.seatkey.contract.Verdict;
import dev.seatkey.localstack.outside.Sender;
import dev.seatkey.localstack.stack.Worker;
import dev.seatkey.schemas.Topics;
import dev.seatkey.torture.network.Network;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Each outage lasts as long as the system property {@code seatkey.outage} says, 5 s if it says nothing. With a minute for each:
 *
 * <pre>./mvnw -pl system-tests -am verify -Dtest=None -Dit.test=OutageSystemTest -Dseatkey.outage=PT60S \
 *     -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false</pre>
 */
@DisplayName("When something that the workers stand on is away, and comes back, all that queued is answered once")
class OutageSystemTest {
    private static final Logger LOG = LoggerFactory.getLogger(OutageSystemTest.class);
    private static final Duration OUTAGE = Duration.parse(System.getProperty("seatkey.outage", "PT5S"));
    private static final Duration TIME_TO_START = Duration.ofSeconds(90);
    private static final int SALES = 10;
    private static final int LAUNCHES = 150;

    /** Where an answer to the mail server or the store is lost, one more copy may be sent. */
    private static final int ONE_MORE = 2;

    private static Product product;
    private static Network network;

    @BeforeAll
    static void start() {
        var made = new AtomicReference<Network>();
        product = Product.start("outages", 1, direct -> {
            made.set(Network.to(direct));
            return made.get().surroundings();
        });
        network = made.get();
    }

    @AfterAll
    static void stop() {
        try (var between = network;
                var ending = product) {
            ending.assertBooksAgree();
        }
    }

    @AfterEach
    void heal() {
        network.heal();
    }

    @Test
    @DisplayName("the store refuses connections")
    void storeRefuses() {
        survives("store refuses", network.store()::refuse, network.store()::heal)
                .assertAnsweredOnce(ONE_MORE);
    }

    @Test
    @DisplayName("the store gives no answer")
    void storeIsSilent() {
        survives("store gives no answer", network.store()::stall, network.store()::heal)
                .assertAnsweredOnce(ONE_MORE);
    }

    @Test
    @DisplayName("the broker is killed")
    void brokerIsKilled() {
        // given: nobody can send while it is away
        var traffic = Traffic.ofANewSchool(product);
        traffic.send(2 * SALES, 2 * LAUNCHES);
        traffic.awaitAcknowledgement();

        // when
        var broker = product.stack().components().broker();
        broker.kill();
        lasts();
        broker.restart();

        // then
        answersAll("broker killed", traffic);
        traffic.assertAnsweredOnce(ONE_MORE);
    }

    @Test
    @DisplayName("the mail server takes no mail for now")
    void mailServerRefuses() {
        survives("mail server refuses", network.mail()::refuseForNow, network.mail()::heal)
                .assertAnsweredOnce(1);
    }

    @Test
    @DisplayName("the mail server delivers mails and never says so")
    void mailServerDropsTheConnectionAfterTheMail() {
        var mail = network.mail();
        var before = mail.answersLost();
        survives("mail server drops after DATA", mail::dropAfterData, () -> {
                    product.await("a mail whose answer is lost", () -> mail.answersLost() > before);
                    mail.heal();
                })
                .assertAnsweredOnce(ONE_MORE);
    }

    @Test
    @DisplayName("the registry is away when workers start")
    void registryIsAwayAtTheStart() {
        var workers =
                List.of(product.stack().worker("sale-intake"), product.stack().worker("key-worker"));
        survives(
                        "registry away at the start",
                        () -> {
                            network.registry().refuse();
                            workers.forEach(Worker::kill);
                            workers.forEach(Worker::relaunch);
                            workers.forEach(
                                    worker -> await().atMost(TIME_TO_START).until(() -> hasStarted(worker)));
                        },
                        network.registry()::heal)
                .assertAnsweredOnce(1);
    }

    @Test
    @DisplayName("the registry is away when records of a kind that no worker has met are to be sent")
    void registryIsAway() {
        // given
        var sale = product.aSaleTo(product.aSchool(), "declined-without-registry", 1);

        // when the first sale ever is declined
        var traffic = survives(
                "registry away",
                () -> {
                    network.registry().refuse();
                    product.register(List.of(sale));
                    decline(sale);
                },
                network.registry()::heal);

        // then
        product.await("the decline", () -> !declined().isEmpty());
        assertThat(declined()).containsExactly(sale.getSaleId());
        traffic.assertAnsweredOnce(1);
    }

    /** Half of the traffic comes in just before the outage, half during it. */
    private static Traffic survives(String what, Runnable begin, Runnable end) {
        var traffic = Traffic.ofANewSchool(product);
        traffic.send(SALES, LAUNCHES);
        begin.run();
        traffic.send(SALES, LAUNCHES);
        lasts();
        end.run();
        answersAll(what, traffic);
        return traffic;
    }

    private static void answersAll(String what, Traffic traffic) {
        var from = System.nanoTime();
        traffic.awaitAnswers();
        tell(what, from);
    }

    private static void lasts() {
        await().pollDelay(OUTAGE).atMost(OUTAGE.plusSeconds(10)).until(() -> true);
    }

    private static void tell(String what, long from) {
        var took = Duration.ofNanos(System.nanoTime() - from);
        LOG.info("{}, for {} s: all answered {} ms after it", what, OUTAGE.toSeconds(), took.toMillis());
    }

    private static void decline(RegisterSale sale) {
        var reason = "Too expensive";
        var decision =
                new DecideSale(sale.getSaleId(), Verdict.DECLINE, new UserReference("head-office", "olga"), reason);
        Sender.await(List.of(product.sender().send(Topics.APPROVAL_DECISIONS, decision.getSaleId(), decision)));
    }

    private static List<String> declined() {
        return product.observer().all(SaleDeclined.class).stream()
                .map(each -> each.body().getSale().getSaleId())
                .toList();
    }

    private static boolean hasStarted(Worker worker) {
        var request = HttpRequest.newBuilder(URI.create(worker.healthUrl() + "/liveness"))
                .timeout(Duration.ofSeconds(2))
                .build();
        try {
            return HttpClient.newHttpClient()
                            .send(request, BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
