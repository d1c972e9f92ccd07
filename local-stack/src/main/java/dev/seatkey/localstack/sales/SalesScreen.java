package dev.seatkey.localstack.sales;

import dev.seatkey.localstack.console.Console;
import dev.seatkey.localstack.console.Money;
import dev.seatkey.localstack.console.Table;
import dev.seatkey.localstack.console.Table.Column;
import java.util.Locale;

/** A sales list as a table. */
final class SalesScreen {
    private static final int DATE = "2026-11-22".length();

    private final Console console;

    SalesScreen(Console console) {
        this.console = console;
    }

    void show(SalesPage page) {
        console.line(console.style().strong("Sales of " + page.organization() + " and all organizations below it"));
        console.blank();
        var table = new Table(
                Column.words("Registered", DATE),
                Column.words("Sale", 24),
                Column.words("Customer", 19),
                Column.words("Status", 9),
                Column.numbers("Users"),
                Column.numbers("Price"),
                Column.words("Until", DATE));
        page.sales()
                .forEach(sale -> table.row(
                        date(sale.registeredAt()),
                        sale.saleName(),
                        sale.customerName(),
                        status(sale.status()),
                        String.format(Locale.ROOT, "%,d", sale.numberOfUsers()),
                        Money.text(sale.salesPrice(), sale.currency()),
                        date(sale.cancellationDate())));
        table.printOn(console, 0);
        console.blank();
        console.line(summary(page));
    }

    private static String summary(SalesPage page) {
        if (page.sales().isEmpty()) {
            return page.total() == 0 ? "No sales." : "No sales on this page; there are " + page.total() + " in all.";
        }
        var first = (long) page.page() * page.size() + 1;
        return "Sales " + first + " to " + (first + page.sales().size() - 1) + " of " + page.total() + ".";
    }

    private static String status(String status) {
        return switch (status) {
            case "PENDING_APPROVAL" -> "Pending";
            default -> status.charAt(0) + status.substring(1).toLowerCase(Locale.ROOT);
        };
    }

    private static String date(String iso) {
        return iso.length() > DATE ? iso.substring(0, DATE) : iso;
    }
}
