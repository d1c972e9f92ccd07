package dev.seatkey.intake.listing;

import static dev.seatkey.intake.Samples.NOON;
import static dev.seatkey.intake.Samples.aSale;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import dev.seatkey.contract.RegisterSale;
import dev.seatkey.intake.WiredIntake;
import dev.seatkey.intake.sales.SaleStatus;
import dev.seatkey.messaging.testkit.Records;
import dev.seatkey.schemas.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("S13: sales are listed newest first, filtered, paged, in a stable order")
class SaleListIT {
    private static final Set<String> ALL = Set.of("northwind", "harbor", "pier");
    private static final Instant LATER = NOON.plusSeconds(3600);

    private final WiredIntake intake = new WiredIntake();
    private final MongoDatabase database = intake.market();
    private final SaleList sales = new MongoSaleList(database);
    private final Records registrations = intake.records();

    @Test
    void listsTheNewestFirstAndThoseOfOneInstantById() {
        register(NOON, aSale("b"));
        register(NOON, aSale("a"));
        register(LATER, aSale("c"));
        registerAll();

        assertThat(ids(query(ALL, null, null))).containsExactly("c", "a", "b");
    }

    @Test
    void givesEachSaleOnOnePageOnly() {
        List<String> all = IntStream.range(100, 125).mapToObj(i -> "s-" + i).toList();
        all.forEach(saleId -> register(NOON, aSale(saleId)));
        registerAll();

        List<String> seen = new ArrayList<>();
        for (int page = 0; page < 4; page++) {
            seen.addAll(ids(new SaleQuery(ALL, null, null, null, null, page, 10)));
        }

        assertThat(seen).containsExactlyElementsOf(all);
        assertThat(sales.count(query(ALL, null, null))).isEqualTo(25);
    }

    @Test
    void listsThoseOfTheOrganizationsAskedForOnly() {
        register(NOON, aSale("upper").setCustomerId("harbor"));
        register(NOON, aSale("lower").setCustomerId("pier"));
        registerAll();

        assertThat(ids(query(Set.of("pier"), null, null))).containsExactly("lower");
        assertThat(ids(query(Set.of("archive"), null, null))).isEmpty();
    }

    @Test
    void filtersByStatusAndTime() {
        register(NOON, aSale("early"));
        register(LATER, aSale("late"));
        registerAll();

        assertThat(ids(query(ALL, SaleStatus.PENDING_APPROVAL, null))).containsExactly("late", "early");
        assertThat(ids(query(ALL, SaleStatus.ACTIVE, null))).isEmpty();
        assertThat(ids(new SaleQuery(ALL, null, null, NOON, LATER, 0, 10))).containsExactly("early");
        assertThat(ids(new SaleQuery(ALL, null, null, LATER, null, 0, 10))).containsExactly("late");
    }

    @Test
    void findsATextLiterallyInWhateverCase() {
        register(
                NOON,
                aSale("one")
                        .setSaleName("Spring (term) a+b مدرسة 🎓")
                        .setCustomerPoNumber("PO-7/x")
                        .setOrderNumber("O.9"));
        registerAll();

        assertThat(List.of("spring", "SPRING (Term)", "a+b", "po-7/", "o.9", "name of harbor", "مدرسة", "🎓"))
                .allSatisfy(text -> assertThat(ids(query(ALL, null, text))).containsExactly("one"))
                .allSatisfy(
                        text -> assertThat(sales.count(query(ALL, null, text))).isEqualTo(1));
        assertThat(List.of(".*", "[", "\\", "o-9", "$", "^"))
                .allSatisfy(text -> assertThat(ids(query(ALL, null, text))).isEmpty());
    }

    private static SaleQuery query(Set<String> customers, @Nullable SaleStatus status, @Nullable String text) {
        return new SaleQuery(customers, status, text, null, null, 0, 10);
    }

    private List<String> ids(SaleQuery query) {
        return sales.page(query).stream().map(SaleLine::saleId).toList();
    }

    private void register(Instant at, RegisterSale.Builder sale) {
        registrations.add(Topics.SALE_COMMANDS, sale.getSaleId(), at, sale.build());
    }

    private void registerAll() {
        intake.kit(WiredIntake.REGISTRATION).runOn(database, registrations.all());
    }
}
