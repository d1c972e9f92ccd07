package dev.seatkey.keys.plans;

import java.time.Instant;
import java.time.ZoneId;

/**
 * What was sold: all of a plan that never changes.
 *
 * @param organizationId the customer, whose learners the plan covers
 * @param distributionId what it covers
 * @param seats number of users sold
 * @param from first instant of the plan
 * @param to at this instant the plan has ended
 * @param zone in which the days of the plan and of its keys are counted
 * @param keyLengthDays calendar days that a term of a key lasts
 */
public record Sold(
        String saleId,
        String organizationId,
        String distributionId,
        int seats,
        Instant from,
        Instant to,
        ZoneId zone,
        int keyLengthDays) {}
