package dev.seatkey.localstack.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;

/** The terminal, or whatever stands in its place. The one class that prints. */
public final class Console {
    /** Columns that everything fits in. */
    public static final int WIDTH = 100;

    private final PrintStream out;
    private final PrintStream errors;
    private final Style style;

    /**
     * @param out for what was asked for
     * @param errors for what went wrong
     * @param style how to mark words
     */
    public Console(PrintStream out, PrintStream errors, Style style) {
        this.out = out;
        this.errors = errors;
        this.style = style;
    }

    /** The process's own standard output and error, with colours when {@code colours} says so. */
    public static Console standard(boolean colours) {
        return new Console(
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8),
                colours ? Style.COLOURED : Style.PLAIN);
    }

    /** How words are marked here. */
    public Style style() {
        return style;
    }

    /** Prints one line. */
    public synchronized void line(String text) {
        out.println(text);
    }

    /** Prints an empty line. */
    public void blank() {
        line("");
    }

    /** Prints one line about what went wrong. */
    public synchronized void error(String text) {
        errors.println(style.bad(text));
    }

    /** Prints a paragraph, broken into lines, each indented. */
    public void paragraph(int indent, String text) {
        Text.wrapped(text, WIDTH - indent).forEach(each -> line(" ".repeat(indent) + each));
    }

    /** Prints a heading with a rule to the right edge. */
    public void heading(String text) {
        blank();
        line(style.strong(text) + " " + style.faint("─".repeat(Math.max(3, WIDTH - text.length() - 1))));
    }
}
