package dev.seatkey.torture;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.seatkey.contract.BillingMethod;
import dev.seatkey.contract.RegisterSale;
import dev.seatkey.contract.SaleRejected;
import dev.seatkey.contract.SalesType;
import dev.seatkey.contract.UserReference;
import dev.seatkey.localstack.child.Ports;
import dev.seatkey.localstack.components.Components;
import dev.seatkey.localstack.outside.Observer;
import dev.seatkey.localstack.outside.Seen;
import dev.seatkey.localstack.outside.Sender;
import dev.seatkey.localstack.stack.Worker;
import dev.seatkey.schemas.Topics;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A worker with the inside jar")
class CrashPointIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    private final Components components = Components.shared();

    @Test
    @DisplayName("ends where it was told to, once, and answers after its restart")
    void endsWhereItWasToldTo() {
        var broker = components.broker().bootstrapServers();
        var registry = components.registry().url();
        var armed = new Armed(directory.resolve("armed"));
        try (var worker = saleIntake(armed);
                var sender = new Sender(broker, registry, Clock.systemUTC());
                var observer = new Observer(broker, registry)) {
            worker.awaitReady();

            // given a crash point between store and commit
            armed.at(CrashPoint.SENT);

            // when the worker handles a registration
            Sender.await(List.of(sender.send(Topics.SALE_COMMANDS, "crash-point", aRegistrationFromNowhere())));

            // then it ends as by kill -9, without an answer
            await().atMost(SOON).until(() -> !worker.isAlive());
            assertThat(worker.exitCode()).hasValue(137);
            assertThat(armed.isWaiting()).isFalse();
            assertThat(observer.all(SaleRejected.class)).isEmpty();

            // and answers after its restart
            worker.restart();
            observer.await(
                    "the answer", SOON, () -> !observer.all(SaleRejected.class).isEmpty());
            assertThat(observer.all(SaleRejected.class))
                    .extracting(Seen::body)
                    .singleElement()
                    .extracting(SaleRejected::getSaleId)
                    .isEqualTo("crash-point");
        }
    }

    private Worker saleIntake(Armed armed) {
        var settings = Map.ofEntries(
                entry("spring.kafka.bootstrap-servers", components.broker().bootstrapServers()),
                entry("spring.kafka.consumer.properties.session.timeout.ms", "6000"),
                entry("spring.kafka.consumer.properties.heartbeat.interval.ms", "1500"),
                entry("seatkey.schema-registry.url", components.registry().url()),
                entry("spring.mongodb.uri", components.store().uri()),
                entry("spring.mongodb.database", components.store().databasePrefix() + "crash-point"),
                entry("seatkey.instance", "crash-point"));
        return Worker.launch(
                "sale-intake", Ports.free(), Path.of("target", "crash-point.log"), settings, InsideJar.extras(armed));
    }

    private static RegisterSale aRegistrationFromNowhere() {
        return RegisterSale.newBuilder()
                .setSaleId("crash-point")
                .setSaleName("A sale")
                .setRegisteredBy(new UserReference("nowhere", "nobody"))
                .setCustomerId("nowhere")
                .setDistributionId("practice-test")
                .setSalesType(SalesType.PER_USER)
                .setNumberOfUsers(1)
                .setCurrency("EUR")
                .setActivationDate(LocalDate.now(Clock.systemUTC()))
                .setBillingMethod(BillingMethod.INVOICE)
                .build();
    }
}
