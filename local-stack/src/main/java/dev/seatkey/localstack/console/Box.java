package dev.seatkey.localstack.console;

import java.util.ArrayList;
import java.util.List;

/** Lines in a frame with a title. */
public final class Box {
    private static final int NAMES = 18;

    private final String title;
    private final List<String> lines = new ArrayList<>();

    public Box(String title) {
        this.title = title;
    }

    /** Adds a line. */
    public Box line(String text) {
        lines.add(text);
        return this;
    }

    /** Adds a name with its value. */
    public Box entry(String name, String value) {
        return line(Text.left(name, NAMES) + "  " + value);
    }

    /** Prints the frame, as wide as its longest line. */
    public void printOn(Console console) {
        var style = console.style();
        var width = Math.max(
                Text.width(title) + 4,
                lines.stream().mapToInt(Text::width).max().orElse(0) + 2);
        console.line(style.faint("╭─ ")
                + style.strong(title)
                + style.faint(" " + "─".repeat(width - Text.width(title) - 3) + "╮"));
        lines.forEach(line -> console.line(style.faint("│ ") + Text.left(line, width - 1) + style.faint("│")));
        console.line(style.faint("╰" + "─".repeat(width) + "╯"));
    }
}
