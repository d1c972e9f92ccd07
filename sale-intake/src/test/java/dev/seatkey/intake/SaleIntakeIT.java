package dev.seatkey.intake;

import static dev.seatkey.intake.Samples.NOON;
import static dev.seatkey.intake.Samples.aSale;
import static dev.seatkey.intake.Samples.aSaleToANewCustomer;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import dev.seatkey.contract.Organization;
import dev.seatkey.contract.PlanActivated;
import dev.seatkey.contract.PlanEndReason;
import dev.seatkey.contract.PlanEnded;
import dev.seatkey.contract.RegisterSale;
import dev.seatkey.contract.Sale;
import dev.seatkey.contract.SaleApproved;
import dev.seatkey.contract.SaleRegistered;
import dev.seatkey.contract.SaleRejected;
import dev.seatkey.contract.SaleStatus;
import dev.seatkey.contract.UserReference;
import dev.seatkey.contract.Violation;
import dev.seatkey.schemas.Topics;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worker from outside, on a real broker, registry and store. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SaleIntakeIT {
    private final RunningIntake intake = new RunningIntake();

    @BeforeAll
    void tellOrganizationsAndPrices() {
        Samples.organizations()
                .forEach(each -> intake.send(Topics.ORGANIZATIONS, each.getOrganizationId(), NOON, each));
        Samples.priceList().forEach(each -> intake.send(Topics.PRICE_LIST, each.getDistributionId(), NOON, each));
        intake.awaitReady();
    }

    @AfterAll
    void stop() {
        intake.close();
    }

    @Test
    @DisplayName(
            "S1, S7: a sale is registered with its price, and the same registration is answered with the same event")
    void registersASaleOnce() {
        String saleId = newId();

        register(aSale(saleId));
        register(aSale(saleId));
        register(aSale(saleId).setNumberOfUsers(26));

        await().untilAsserted(() -> {
            assertThat(registered(saleId)).hasSize(2);
            assertThat(rejected(saleId)).hasSize(1);
        });
        assertThat(registered(saleId).get(0)).isEqualTo(registered(saleId).get(1));
        assertThat(eventIds(saleId, SaleRegistered.class)).hasSize(1);
        assertThat(registered(saleId).get(0).getSale().getSalesPrice()).isEqualByComparingTo(new BigDecimal("1249.75"));
        assertThat(rejected(saleId).get(0).getViolations())
                .extracting(Violation::getField, Violation::getCode)
                .containsExactly(tuple("numberOfUsers", "SALE_ID_REUSED"));
        await().untilAsserted(() -> assertThat(states(saleId)).isNotEmpty().containsOnly(SaleStatus.PENDING_APPROVAL));
    }

    @Test
    @DisplayName("S2: a new customer becomes known to the others, and can be sold to")
    void bringsANewCustomer() {
        String first = newId();
        String second = newId();
        String customer = newId();

        register(aSaleToANewCustomer(first, customer));
        register(aSale(second).setCustomerId(customer));

        await().untilAsserted(() -> assertThat(registered(second)).hasSize(1));
        assertThat(intake.all(Topics.ORGANIZATIONS, Organization.class))
                .filteredOn(organization -> organization.getOrganizationId().equals(customer))
                .singleElement()
                .satisfies(organization -> {
                    assertThat(organization.getParentId()).isEqualTo("northwind");
                    assertThat(organization.getContacts()).containsExactly(Samples.person("carla"));
                });
    }

    @Test
    @DisplayName("What was published before a registration is found, however late it is read")
    void findsWhatWasPublishedBefore() {
        for (int i = 0; i < 10; i++) {
            String saleId = newId();
            String customer = newId();
            intake.send(Topics.ORGANIZATIONS, customer, NOON, Samples.organization(customer, "northwind", true));
            register(aSale(saleId).setCustomerId(customer));
            await().untilAsserted(() -> assertThat(registered(saleId)).hasSize(1));
        }
    }

    @Test
    @DisplayName("A sale follows approval and the life of its plan, whatever comes late")
    void followsASaleToItsEnd() {
        String saleId = newId();
        register(aSale(saleId));
        await().untilAsserted(() -> assertThat(registered(saleId)).hasSize(1));
        var sale = registered(saleId).get(0).getSale();

        intake.send(Topics.SALE_EVENTS, saleId, NOON, approved(sale));
        await().untilAsserted(() -> assertThat(states(saleId)).contains(SaleStatus.APPROVED));
        intake.send(Topics.PLAN_EVENTS, saleId, NOON, activated(saleId));
        await().untilAsserted(() -> assertThat(states(saleId)).contains(SaleStatus.ACTIVE));
        intake.send(Topics.PLAN_EVENTS, saleId, NOON, ended(saleId));
        intake.send(Topics.PLAN_EVENTS, saleId, NOON, activated(saleId));
        intake.send(Topics.SALE_EVENTS, saleId, NOON, approved(sale));
        await().untilAsserted(() -> assertThat(states(saleId)).contains(SaleStatus.ENDED));

        assertThat(states(saleId))
                .containsExactly(SaleStatus.PENDING_APPROVAL, SaleStatus.APPROVED, SaleStatus.ACTIVE, SaleStatus.ENDED);
        assertThat(line(saleId, "$.status")).isEqualTo("ENDED");
    }

    @Test
    @DisplayName("S13: sales are listed for an organization and all below it, with the whole line")
    void listsASale() {
        String saleId = newId();
        register(aSale(saleId).setCustomerId("pier").setCustomerPoNumber("PO-" + saleId));
        await().untilAsserted(() -> assertThat(registered(saleId)).hasSize(1));

        for (String organization : List.of("northwind", "harbor", "pier")) {
            String page = body("/sales?organization=" + organization + "&text=po-" + saleId);
            assertThat((int) JsonPath.read(page, "$.total")).isEqualTo(1);
            assertThat((String) JsonPath.read(page, "$.organizationName")).isEqualTo("Name of " + organization);
            assertThat(JsonPath.read(page, "$.sales[0]").toString())
                    .contains(saleId, "Spring term", "pier", "PENDING_APPROVAL", "25", "USD", "49.99", "1249.75")
                    .contains("2027-03-01", "2028-02-29");
        }
        assertThat((int) JsonPath.read(body("/sales?organization=archive&text=" + saleId), "$.total"))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "'',                                     400, organization is required",
        "?organization=nowhere,                  404, no organization has the id nowhere",
        "?organization=northwind&size=0,         400, size must be a number from 1 to 500",
        "?organization=northwind&size=501,       400, size must be a number from 1 to 500",
        "?organization=northwind&page=-1,        400, page must be a number from 0",
        "?organization=northwind&page=x,         400, page must be a number from 0",
        "?organization=northwind&status=HAPPY,   400, status must be one of",
        "?organization=northwind&text=%00,       400, text must not contain control characters",
        "?organization=a%0Ab,                    400, organization must not contain control characters",
        "?organization=northwind&from=yesterday, 400, from must be a date such as 2027-02-28",
        "?organization=northwind&to=2027-02-29,  400, to must be a date such as 2027-02-28"
    })
    @DisplayName("S13: a list that cannot be given is refused with a clear reason")
    void refusesBadQuestions(String question, int status, String reason) throws Exception {
        var answer = intake.get("/sales" + question);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat((String) JsonPath.read(answer.body(), "$.error")).startsWith(reason);
    }

    @Test
    @DisplayName("What cannot be read goes to the dead letters with its reason, and the flow goes on")
    void putsBrokenRecordsAside() {
        String run = newId();
        String saleId = newId();
        intake.sendBytes(Topics.SALE_COMMANDS, "garbage-" + run, NOON, "no avro".getBytes(UTF_8));
        intake.sendBytes(Topics.SALE_COMMANDS, "schema-" + run, NOON, new byte[] {0, 0, 127, 127, 127, 1, 2});
        intake.sendBytes(Topics.SALE_COMMANDS, "null-" + run, NOON, null);
        intake.sendBytes(
                Topics.SALE_COMMANDS,
                "type-" + run,
                NOON,
                intake.encoded(Topics.PRICE_LIST.name(), Samples.priceList().get(0)));
        intake.send(Topics.SALE_COMMANDS, "noid-" + run, NOON, aSale(" ").build());
        intake.send(
                Topics.SALE_COMMANDS,
                "longid-" + run,
                NOON,
                aSale("x".repeat(201)).build());
        register(aSale(saleId));

        await().untilAsserted(() -> assertThat(registered(saleId)).hasSize(1));
        await().untilAsserted(() -> assertThat(deadLetters(run))
                .containsExactlyInAnyOrder(
                        "garbage-" + run,
                        "schema-" + run,
                        "null-" + run,
                        "type-" + run,
                        "noid-" + run,
                        "longid-" + run));
    }

    @Test
    @DisplayName("S11: a name of a megabyte is answered with a short rejection")
    void answersAMegabyteShortly() {
        String saleId = newId();

        register(aSale(saleId).setSaleName("\uD83C\uDF93".repeat(250_000)));

        await().untilAsserted(() -> assertThat(rejected(saleId)).hasSize(1));
        assertThat(rejected(saleId).get(0).getSaleName()).hasSizeLessThan(500);
        assertThat(rejected(saleId).get(0).getViolations())
                .extracting(Violation::getCode)
                .containsExactly("TOO_LONG");
    }

    private void register(RegisterSale.Builder sale) {
        intake.send(Topics.SALE_COMMANDS, sale.getSaleId(), NOON, sale.build());
    }

    private List<SaleRegistered> registered(String saleId) {
        return intake.all(Topics.SALE_EVENTS, SaleRegistered.class).stream()
                .filter(event -> event.getSale().getSaleId().equals(saleId))
                .toList();
    }

    private List<SaleRejected> rejected(String saleId) {
        return intake.all(Topics.SALE_EVENTS, SaleRejected.class).stream()
                .filter(event -> event.getSaleId().equals(saleId))
                .toList();
    }

    private List<String> eventIds(String saleId, Class<?> type) {
        return intake.topics().all(Topics.SALE_EVENTS).stream()
                .filter(record -> saleId.equals(new String(record.key(), UTF_8)))
                .filter(record -> type.getName().equals(header(record, "ce_type")))
                .map(record -> header(record, "ce_id"))
                .distinct()
                .toList();
    }

    private List<SaleStatus> states(String saleId) {
        return intake.all(Topics.SALES, Sale.class).stream()
                .filter(sale -> sale.getSale().getSaleId().equals(saleId))
                .map(Sale::getStatus)
                .toList();
    }

    private List<String> deadLetters(String run) {
        return intake.topics().all(Topics.SALE_COMMANDS.deadLetters(Topics.SALE_INTAKE), 1).stream()
                .map(record -> new String(record.key(), UTF_8))
                .filter(key -> key.endsWith(run))
                .toList();
    }

    private String body(String path) {
        try {
            return intake.get(path).body();
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String line(String saleId, String path) {
        String page = body("/sales?organization=northwind&size=500");
        List<Object> found = JsonPath.read(page, "$.sales[?(@.saleId=='" + saleId + "')]");
        return JsonPath.read(found.get(0), path);
    }

    private static @Nullable String header(ConsumerRecord<byte[], byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), UTF_8);
    }

    private static SaleApproved approved(dev.seatkey.contract.SaleDetails sale) {
        return SaleApproved.newBuilder()
                .setPosition(1)
                .setSale(sale)
                .setDecidedBy(new UserReference("headquarters", "ada"))
                .setApprovedAt(NOON)
                .build();
    }

    private static PlanActivated activated(String saleId) {
        return PlanActivated.newBuilder()
                .setSaleId(saleId)
                .setPosition(1)
                .setOrganizationId("harbor")
                .setDistributionId("practice-test")
                .setSeats(25)
                .setPlanFrom(NOON)
                .setPlanTo(NOON.plusSeconds(1))
                .setTimeZone("UTC")
                .setActivatedAt(NOON)
                .build();
    }

    private static PlanEnded ended(String saleId) {
        Instant end = NOON.plusSeconds(1);
        return new PlanEnded(saleId, 2, PlanEndReason.PLAN_ENDED, 25, 0, end);
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }
}
