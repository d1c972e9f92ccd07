package dev.seatkey.intake.pricing;

import java.math.BigDecimal;

/**
 * The price per user from a number of users on.
 *
 * @param fromUsers the smallest number of users that the price holds for
 */
public record PriceTier(int fromUsers, BigDecimal pricePerUser) {}
