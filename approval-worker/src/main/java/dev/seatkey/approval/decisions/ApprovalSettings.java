package dev.seatkey.approval.decisions;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of this worker, under {@code seatkey.approval}.
 *
 * @param unmatchedAfter how long a decision may wait for its sale before that is reported (A2)
 * @param registeringOrganizationMayApprove whether others of the registering organization, or below it, may approve a sale (A3)
 */
@ConfigurationProperties("seatkey.approval")
record ApprovalSettings(
        @DefaultValue("24h") Duration unmatchedAfter,
        @DefaultValue("false") boolean registeringOrganizationMayApprove) {}
