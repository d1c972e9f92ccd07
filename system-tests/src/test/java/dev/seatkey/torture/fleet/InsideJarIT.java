package dev.seatkey.torture.fleet;

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
import dev.seatkey.localstack.stack.Worker.Extras;
import dev.seatkey.schemas.Topics;
import dev.seatkey.torture.inside.BrokenVariant;
import dev.seatkey.torture.inside.CrashPoint;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A worker with the inside jar")
class InsideJarIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    private final Components components = Components.shared();
    private final String broker = components.broker().bootstrapServers();
    private final String registry = components.registry().url();
    private final Sender sender = new Sender(broker, registry, Clock.systemUTC());
    private final Observer observer = new Observer(broker, registry);

    @AfterEach
    void close() {
        sender.close();
        observer.close();
    }

    @Test
    @DisplayName("answers twice after a crash, as a broken variant that sends outside of the transaction")
    void makesTheMistakeThatItIsToldToMake() {
        var armed = new Armed(directory.resolve("armed"));
        var extras = InsideJar.extras(armed, BrokenVariant.ANSWERS_WITHOUT_TRANSACTION);
        try (var worker = saleIntake("doubled", extras)) {
            crashAndRestart(worker, armed, "doubled");

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(answersTo("doubled")).hasSize(2));
            assertThat(eventIds(answersTo("doubled"))).hasSize(1);
        }
    }

    private void crashAndRestart(Worker worker, Armed armed, String saleId) {
        worker.awaitReady();
        armed.at(CrashPoint.SENT);
        send(saleId);
        await().atMost(SOON).until(() -> !worker.isAlive());
        assertThat(worker.exitCode()).hasValue(137);
        assertThat(armed.isWaiting()).isFalse();
        worker.restart();
    }

    private void send(String saleId) {
        Sender.await(List.of(sender.send(Topics.SALE_COMMANDS, saleId, aRegistrationFromNowhere(saleId))));
    }

    private List<Seen<SaleRejected>> answersTo(String saleId) {
        return observer.all(SaleRejected.class).stream()
                .filter(each -> each.body().getSaleId().equals(saleId))
                .toList();
    }

    private static Set<String> eventIds(List<? extends Seen<?>> events) {
        return events.stream().map(Seen::eventId).collect(Collectors.toSet());
    }

    private Worker saleIntake(String instance, Extras extras) {
        var settings = Map.ofEntries(
                entry("spring.kafka.bootstrap-servers", broker),
                entry("seatkey.schema-registry.url", registry),
                entry("spring.mongodb.uri", components.store().uri()),
                entry("spring.mongodb.database", components.store().databasePrefix() + "inside-jar"),
                entry("seatkey.instance", instance));
        return Worker.launch(
                "sale-intake", Ports.free(), Path.of("target", "inside-" + instance + ".log"), settings, extras);
    }

    private static RegisterSale aRegistrationFromNowhere(String saleId) {
        return RegisterSale.newBuilder()
                .setSaleId(saleId)
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
