package dev.seatkey.localstack.sales;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a sales list, as sale-intake answers it.
 *
 * @param organization whose sales these are
 * @param page number of the page, from 0
 * @param size most sales of a page
 * @param total sales on all pages
 * @param sales newest first
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record SalesPage(String organization, int page, int size, long total, List<Row> sales) {
    SalesPage {
        sales = List.copyOf(sales);
    }

    /** A sale; dates and instants in ISO 8601. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Row(
            String saleId,
            String saleName,
            String customerName,
            String status,
            int numberOfUsers,
            String currency,
            BigDecimal distributionPrice,
            BigDecimal salesPrice,
            String activationDate,
            String cancellationDate,
            String registeredAt,
            @Nullable String customerPoNumber,
            @Nullable String orderNumber) {}
}
