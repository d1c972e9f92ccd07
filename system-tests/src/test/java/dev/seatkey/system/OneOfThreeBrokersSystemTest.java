package dev.seatkey.system;

import java.time.Duration;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("kill -9 of one of three brokers")
class OneOfThreeBrokersSystemTest {
    private static final Duration A_MOMENT = Duration.ofMillis(500);

    private static Product product;

    @BeforeAll
    static void start() {
        product = Product.start("one-of-three-brokers", 3, UnaryOperator.identity());
    }

    @AfterAll
    static void stop() {
        try (var ending = product) {
            ending.assertBooksAgree();
        }
    }

    @Test
    @DisplayName("S1, A1, K1, N4: sales and launches go on, and each is answered once")
    void goesOnWhileOneIsAway() {
        var broker = product.stack().components().broker();
        var traffic = Traffic.ofANewSchool(product);

        // when one broker is killed while sales and launches come in, and nobody does anything about it
        keepSending(traffic);
        broker.kill(1);
        keepSending(traffic);

        // then all of them are answered while it is away
        traffic.awaitAnswers();

        // when it is back, and then another one is killed
        keepSending(traffic);
        broker.restart(1);
        keepSending(traffic);
        broker.kill(2);
        keepSending(traffic);

        // then all of them are answered again, and nothing was answered twice
        traffic.awaitAnswers();
        traffic.assertAnsweredOnce(1);
    }

    private static void keepSending(Traffic traffic) {
        for (var i = 0; i < 5; i++) {
            traffic.send(4, 40);
            Awaitility.await().pollDelay(A_MOMENT).until(() -> true);
        }
    }
}
