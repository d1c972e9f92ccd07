package dev.seatkey.intake.listing;

import dev.seatkey.intake.sales.SaleStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A sale as one line of the list. */
public record SaleLine(
        String saleId,
        String saleName,
        String customerId,
        String customerName,
        SaleStatus status,
        int numberOfUsers,
        String currency,
        BigDecimal distributionPrice,
        BigDecimal salesPrice,
        LocalDate activationDate,
        LocalDate cancellationDate,
        Instant registeredAt,
        @Nullable String customerPoNumber,
        @Nullable String orderNumber) {}
