package dev.seatkey.intake;

import static dev.seatkey.intake.Samples.NOON;
import static dev.seatkey.intake.Samples.aSale;
import static dev.seatkey.intake.Samples.aSaleToANewCustomer;
import static dev.seatkey.intake.Samples.person;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import dev.seatkey.contract.RegisterSale;
import dev.seatkey.messaging.testkit.CrashKit;
import dev.seatkey.messaging.testkit.Records;
import dev.seatkey.messaging.testkit.SentRecord;
import dev.seatkey.organizations.Organization;
import dev.seatkey.schemas.Topics;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Several instances at once on one store: the store decides, and who loses decides again. */
class RaceIT {
    private static final int INSTANCES = 6;

    private final WiredIntake intake = new WiredIntake();
    private final MongoDatabase database = intake.market();

    @Test
    @DisplayName("S1: of different registrations under one id at the same moment, one becomes the sale")
    void registersOneOfManyUnderTheSameId() {
        List<SentRecord> sent = atOnce(number -> aSale("one").setNumberOfUsers(100 + number));

        assertThat(sent).extracting(SentRecord::type).containsOnlyOnce("SaleRegistered");
        assertThat(sent)
                .filteredOn(record -> record.type().equals("SaleRejected"))
                .hasSize(INSTANCES - 1);
        assertThat(database.getCollection("sales").countDocuments()).isEqualTo(1);
    }

    @Test
    @DisplayName("S1: the same registration at the same moment gives one sale and one event, whoever answers")
    void answersTheSameRegistrationWithTheSameEvent() {
        List<SentRecord> sent = atOnce(number -> aSale("one"));

        assertThat(database.getCollection("sales").countDocuments()).isEqualTo(1);
        assertThat(sent)
                .filteredOn(record -> record.type().equals("SaleRegistered"))
                .hasSize(INSTANCES)
                .containsOnly(sent.stream()
                        .filter(record -> record.type().equals("SaleRegistered"))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    @DisplayName("S2: a new organization is brought by one of many sales at the same moment")
    void createsANewOrganizationOnce() {
        List<SentRecord> sent = atOnce(number -> aSaleToANewCustomer("sale-" + number, "founded"));

        assertThat(sent).extracting(SentRecord::type).containsOnlyOnce("Organization", "SaleRegistered");
        assertThat(sent)
                .filteredOn(record -> record.type().equals("SaleRejected"))
                .hasSize(INSTANCES - 1)
                .allSatisfy(record -> assertThat(record.body()).contains("ID_IN_USE"));
    }

    @Test
    @DisplayName("S2: nobody is lost when many sales add people to one organization at the same moment")
    void losesNobody() {
        atOnce(number -> aSale("sale-" + number).setNewUsers(List.of(person("user-" + number))));

        Organization harbor =
                intake.organizations(database).find(List.of("harbor")).get(0);
        assertThat(IntStream.range(0, INSTANCES).mapToObj(number -> "user-" + number))
                .allSatisfy(userId -> assertThat(harbor.user(userId)).isPresent());
    }

    private List<SentRecord> atOnce(IntFunction<RegisterSale.Builder> registration) {
        CyclicBarrier start = new CyclicBarrier(INSTANCES);
        List<CompletableFuture<List<SentRecord>>> running = IntStream.range(0, INSTANCES)
                .mapToObj(number -> {
                    CrashKit instance = intake.kit(WiredIntake.REGISTRATION);
                    Records records = intake.records();
                    RegisterSale sale = registration.apply(number).build();
                    records.add(Topics.SALE_COMMANDS, number, sale.getSaleId(), NOON, sale);
                    return CompletableFuture.supplyAsync(
                            () -> {
                                await(start);
                                return instance.runOn(database, records.all());
                            },
                            task -> new Thread(task, "instance-" + number).start());
                })
                .toList();
        return running.stream().flatMap(each -> each.join().stream()).toList();
    }

    private static void await(CyclicBarrier start) {
        try {
            start.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }
}
