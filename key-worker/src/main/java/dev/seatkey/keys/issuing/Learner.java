package dev.seatkey.keys.issuing;

/**
 * A user of an LTI platform, identified by issuer and subject, never by name or mail address.
 *
 * @param issuer the platform
 * @param subject the user within it
 */
public record Learner(String issuer, String subject) {}
