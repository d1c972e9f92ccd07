package dev.seatkey.approval.decisions;

/**
 * A user of an organization.
 *
 * @param userId unique within the organization
 */
public record User(String organizationId, String userId) {}
