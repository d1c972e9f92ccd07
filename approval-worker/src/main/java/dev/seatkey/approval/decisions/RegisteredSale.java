package dev.seatkey.approval.decisions;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sale as SaleRegistered told it, whole, so that the events about it can tell it again.
 *
 * @param planFrom first instant of the plan
 * @param planTo at this instant the plan has ended
 */
public record RegisteredSale(
        String saleId,
        String saleName,
        Registrant registrant,
        String customerId,
        String customerName,
        @Nullable String resellerId,
        String distributionId,
        String distributionName,
        String salesType,
        int numberOfUsers,
        String currency,
        BigDecimal distributionPrice,
        BigDecimal salesPrice,
        String priceListVersion,
        int keyLengthDays,
        LocalDate activationDate,
        LocalDate cancellationDate,
        String timeZone,
        Instant planFrom,
        Instant planTo,
        @Nullable String customerPoNumber,
        @Nullable String orderNumber,
        String billingMethod,
        List<Comment> comments,
        Instant registeredAt) {

    public RegisteredSale {
        comments = List.copyOf(comments);
    }

    /** Whole days of the plan that have passed at an instant, in the plan's time zone (A6). */
    public int daysPassedAt(Instant instant) {
        if (!instant.isAfter(planFrom)) {
            return 0;
        }
        ZoneId zone = ZoneId.of(timeZone);
        Instant until = instant.isBefore(planTo) ? instant : planTo;
        return (int) ChronoUnit.DAYS.between(planFrom.atZone(zone), until.atZone(zone));
    }
}
