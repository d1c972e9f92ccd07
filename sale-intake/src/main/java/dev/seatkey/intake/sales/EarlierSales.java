package dev.seatkey.intake.sales;

import org.jspecify.annotations.Nullable;

/** The first sales that the same customer had under the same numbers, by id, as known at registration (S10). */
public record EarlierSales(
        @Nullable String withPoNumber, @Nullable String withOrderNumber) {}
