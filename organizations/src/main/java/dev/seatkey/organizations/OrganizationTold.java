package dev.seatkey.organizations;

import dev.seatkey.messaging.Cause;

/** A record told how an organization stands. */
record OrganizationTold(Organization organization, Cause cause) {}
