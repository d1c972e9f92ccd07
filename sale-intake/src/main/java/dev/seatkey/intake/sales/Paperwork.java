package dev.seatkey.intake.sales;

import org.jspecify.annotations.Nullable;

/** The numbers and terms by which the customer's books know a sale (S10). */
public record Paperwork(
        @Nullable String customerPoNumber, @Nullable String orderNumber, BillingMethod billingMethod) {}
