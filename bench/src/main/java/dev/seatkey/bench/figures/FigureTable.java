package dev.seatkey.bench.figures;

import dev.seatkey.localstack.console.Console;
import dev.seatkey.localstack.console.Table;
import dev.seatkey.localstack.console.Table.Column;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Prints figures beside their goals. */
public final class FigureTable {
    private static final int NAMES = 50;

    private FigureTable() {}

    public static void print(Map<String, BigDecimal> figures, Console console) {
        var table = new Table(
                Column.words("figure", NAMES), Column.numbers("value"), Column.words("goal", 10), Column.words("", 10));
        new TreeMap<>(figures).forEach((name, value) -> {
            Optional<Goal> goal =
                    Goal.ALL.stream().filter(each -> each.isFor(name)).findFirst();
            table.row(
                    name,
                    value.toPlainString(),
                    goal.map(each -> each.bound().sign() + " " + each.limit().toPlainString())
                            .orElse(""),
                    goal.map(each -> each.isReachedBy(value) ? "reached" : "missed")
                            .orElse(""));
        });
        table.printOn(console, 2);
    }
}
