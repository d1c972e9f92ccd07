package dev.seatkey.notifier.letters;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A sale and the plan that it is about.
 *
 * @param currency ISO 4217 code of both prices
 * @param distributionPrice price per user
 * @param planFrom first instant of the plan
 * @param planTo at this instant the plan has ended
 * @param keyLengthDays calendar days that one term of a test key lasts
 */
public record SoldPlan(
        String saleId,
        String saleName,
        String customerName,
        String distributionName,
        int numberOfUsers,
        String currency,
        BigDecimal distributionPrice,
        BigDecimal salesPrice,
        LocalDate cancellationDate,
        ZoneId timeZone,
        Instant planFrom,
        Instant planTo,
        int keyLengthDays,
        @Nullable String customerPoNumber,
        @Nullable String orderNumber) {}
