package dev.seatkey.intake.sales;

/** A user of an organization, by ids. */
public record UserReference(String organizationId, String userId) {}
