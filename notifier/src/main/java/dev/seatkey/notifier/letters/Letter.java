package dev.seatkey.notifier.letters;

/**
 * What a mail says.
 *
 * @param language BCP 47 tag of the language that it is in
 * @param html the same as the text, for mail clients that show HTML
 */
public record Letter(String subject, String language, String text, String html) {}
