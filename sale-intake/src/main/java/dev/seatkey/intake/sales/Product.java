package dev.seatkey.intake.sales;

/**
 * What was sold.
 *
 * @param keyLengthDays calendar days that one term of a test key lasts (S8)
 */
public record Product(String distributionId, String name, int keyLengthDays) {}
