package dev.seatkey.intake.sales;

import dev.seatkey.intake.pricing.Quote;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is fixed when a sale is registered.
 *
 * @param saleId the sender's id
 * @param resellerId the organization that the sale goes through, if any
 * @param numberOfUsers the number of users sold; never changes (S6)
 * @param registeredAt when the registration reached the broker
 */
public record SaleDetails(
        String saleId,
        String saleName,
        Registrant registrant,
        Customer customer,
        @Nullable String resellerId,
        Product product,
        int numberOfUsers,
        Quote price,
        PlanTime plan,
        Paperwork paperwork,
        List<Comment> comments,
        Instant registeredAt) {

    public SaleDetails {
        comments = List.copyOf(comments);
    }
}
