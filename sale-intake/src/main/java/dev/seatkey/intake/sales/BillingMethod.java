package dev.seatkey.intake.sales;

/** How the customer pays; {@code UNKNOWN} where the sender did not say. */
public enum BillingMethod {
    UNKNOWN,
    INVOICE,
    CREDIT_CARD,
    PURCHASE_ORDER,
    PREPAID
}
