package dev.seatkey.notifier.letters;

/**
 * One thing wrong with a registration.
 *
 * @param field path of the field
 * @param message what is wrong, for people
 */
public record Violation(String field, String message) {}
