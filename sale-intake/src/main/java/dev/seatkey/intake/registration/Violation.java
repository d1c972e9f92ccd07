package dev.seatkey.intake.registration;

/**
 * One thing wrong with a registration (S11).
 *
 * @param field path of the field, as the contract names it
 * @param message for people
 */
record Violation(String field, ViolationCode code, String message) {}
