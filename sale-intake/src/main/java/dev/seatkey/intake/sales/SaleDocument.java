package dev.seatkey.intake.sales;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** A sale in the store: beside the sale itself, what it is found and sorted by. Public, since the driver reads records by reflection. */
public record SaleDocument(
        @BsonId String saleId,
        String customerId,
        Instant registeredAt,
        SaleStatus status,
        SaleDetails details,
        EarlierSales earlier,
        Map<String, String> content,
        @Nullable ToldOrganization told,
        AddedPeople added,
        @Nullable String newCustomerId,
        List<Milestone> history,
        int revision) {

    static SaleDocument of(Sale sale, int revision) {
        return new SaleDocument(
                sale.saleId(),
                sale.details().customer().organizationId(),
                sale.details().registeredAt(),
                sale.status(),
                sale.details(),
                sale.earlier(),
                sale.content(),
                sale.told(),
                sale.added(),
                sale.newCustomerId(),
                sale.history(),
                revision);
    }

    /** The sale. */
    public Sale sale() {
        return new Sale(details, earlier, content, told, added, newCustomerId, history, revision);
    }
}
