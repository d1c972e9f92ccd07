package dev.seatkey.localstack.console;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Text in columns: how wide it is on a terminal, cut, padded and wrapped. */
public final class Text {
    private static final Pattern MARKS = Pattern.compile("\u001b\\[[0-9;]*m");

    /** Control characters, also those beyond ASCII, and what turns lines or the direction of writing. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]");

    private Text() {}

    /** Columns that a text takes, marks not counted. */
    public static int width(String text) {
        return MARKS.matcher(text)
                .replaceAll("")
                .codePointCount(0, MARKS.matcher(text).replaceAll("").length());
    }

    /** A text with spaces behind it, up to a width. */
    public static String left(String text, int width) {
        return text + " ".repeat(Math.max(0, width - width(text)));
    }

    /** A text with spaces before it, up to a width. */
    public static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - width(text))) + text;
    }

    /** An unmarked text, its control characters made visible. */
    public static String harmless(String text) {
        return CONTROL.matcher(text).replaceAll("·");
    }

    /** An unmarked text, cut to a width, its control characters made visible. */
    public static String cut(String text, int width) {
        var harmless = harmless(text);
        if (harmless.codePointCount(0, harmless.length()) <= width) {
            return harmless;
        }
        return harmless.substring(0, harmless.offsetByCodePoints(0, width - 1)) + "…";
    }

    /** A text in lines no longer than a width, broken at spaces. */
    public static List<String> wrapped(String text, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : text.split(" ")) {
            if (!line.isEmpty() && width(line.toString()) + 1 + width(word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
