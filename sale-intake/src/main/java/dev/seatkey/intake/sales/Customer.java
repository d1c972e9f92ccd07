package dev.seatkey.intake.sales;

/**
 * The organization that a sale is for.
 *
 * @param name its name when the sale was registered
 */
public record Customer(String organizationId, String name) {}
