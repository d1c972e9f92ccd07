package dev.seatkey.intake.listing;

import dev.seatkey.intake.pricing.Quote;
import dev.seatkey.intake.sales.Customer;
import dev.seatkey.intake.sales.Paperwork;
import dev.seatkey.intake.sales.PlanTime;
import dev.seatkey.intake.sales.SaleStatus;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;

/** What the list needs of a stored sale. Public, since the driver reads records by reflection. */
public record SaleLineDocument(@BsonId String saleId, SaleStatus status, Details details) {

    /** What it needs of what was fixed at registration. */
    public record Details(
            String saleName,
            Customer customer,
            int numberOfUsers,
            Quote price,
            PlanTime plan,
            Paperwork paperwork,
            Instant registeredAt) {}

    SaleLine line() {
        return new SaleLine(
                saleId,
                details.saleName(),
                details.customer().organizationId(),
                details.customer().name(),
                status,
                details.numberOfUsers(),
                details.price().currency(),
                details.price().distributionPrice(),
                details.price().salesPrice(),
                details.plan().activationDate(),
                details.plan().cancellationDate(),
                details.registeredAt(),
                details.paperwork().customerPoNumber(),
                details.paperwork().orderNumber());
    }
}
