package dev.seatkey.keys.issuing;

/**
 * Whose key it is.
 *
 * @param saleId the plan that it belongs to
 * @param seatNumber the learner's seat in that plan
 * @param organizationId the learner's organization
 */
public record KeyHolder(String saleId, int seatNumber, String organizationId, Learner learner) {}
