package dev.seatkey.localstack.console;

import java.util.ArrayList;
import java.util.List;

/** Rows in columns, each as wide as its widest cell, within the limits that the column sets. */
public final class Table {
    private static final String GAP = "  ";

    private final List<Column> columns;
    private final List<List<String>> rows = new ArrayList<>();

    public Table(Column... columns) {
        this.columns = List.of(columns);
    }

    /** Adds a row; cells are cut to their columns. */
    public void row(String... cells) {
        var row = new ArrayList<String>();
        for (int i = 0; i < cells.length; i++) {
            row.add(Text.cut(cells[i], columns.get(i).atMost()));
        }
        rows.add(row);
    }

    /** Prints header and rows, indented. */
    public void printOn(Console console, int indent) {
        var style = console.style();
        var head = columns.stream().map(Column::name).toList();
        console.line(" ".repeat(indent) + style.strong(laid(head)));
        console.line(" ".repeat(indent)
                + style.faint(laid(columns.stream()
                        .map(column -> "─".repeat(widthOf(columns.indexOf(column))))
                        .toList())));
        rows.forEach(row -> console.line(" ".repeat(indent) + laid(row)));
    }

    private String laid(List<String> cells) {
        var line = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            line.append(i == 0 ? "" : GAP)
                    .append(
                            columns.get(i).toTheRight()
                                    ? Text.right(cells.get(i), widthOf(i))
                                    : Text.left(cells.get(i), widthOf(i)));
        }
        return line.toString().stripTrailing();
    }

    private int widthOf(int column) {
        return rows.stream()
                .mapToInt(row -> Text.width(row.get(column)))
                .reduce(Text.width(columns.get(column).name()), Math::max);
    }

    /**
     * A column.
     *
     * @param name its head
     * @param atMost its widest
     * @param toTheRight whether its cells stand at its right edge, as numbers do
     */
    public record Column(String name, int atMost, boolean toTheRight) {
        /** A column of words. */
        public static Column words(String name, int atMost) {
            return new Column(name, atMost, false);
        }

        /** A column of numbers. */
        public static Column numbers(String name) {
            return new Column(name, 24, true);
        }
    }
}
