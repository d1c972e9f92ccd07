package dev.seatkey.notifier.letters;

/**
 * Makes foreign text harmless for a mail: no control characters, which could end a header or hide text, none of the marks that
 * turn the direction of what follows, and no more of it than anybody reads.
 */
public final class Plain {
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_PARAGRAPH = 2_000;

    private Plain() {}

    /** One line. */
    public static String line(String text) {
        return shortened(harmless(text).replaceAll("\\s+", " ").strip(), LONGEST_LINE);
    }

    /** Text that may have several lines. */
    static String paragraph(String text) {
        return shortened(harmless(text).replaceAll("\\h*\\R\\s*", "\n").strip(), LONGEST_PARAGRAPH);
    }

    private static String harmless(String text) {
        return text.codePoints()
                .limit(2L * LONGEST_PARAGRAPH)
                .filter(character -> !isHarmful(character))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isHarmful(int character) {
        boolean control = Character.getType(character) == Character.CONTROL && !Character.isWhitespace(character);
        boolean turnsDirection =
                (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
        return control || turnsDirection || Character.getType(character) == Character.SURROGATE;
    }

    private static String shortened(String text, int length) {
        int characters = text.codePointCount(0, text.length());
        return characters <= length ? text : text.substring(0, text.offsetByCodePoints(0, length)) + "…";
    }
}
