package dev.seatkey.localstack.demo;

import dev.seatkey.contract.Sale;
import dev.seatkey.contract.SaleStatus;
import dev.seatkey.localstack.outside.Seen;
import dev.seatkey.localstack.sales.SalesCommand;
import picocli.CommandLine;

/** Chapter 6: what the partner sees of all this in the sales list. */
final class TheSalesScreen {
    private final Stage stage;

    TheSalesScreen(Stage stage) {
        this.stage = stage;
    }

    void tell() {
        stage.console().heading("6  What the partner sees");
        stage.console().blank();
        stage.observer().await("sale-intake to hear of the plans that have ended", Stage.PATIENCE, () -> ended() == 2);
        new CommandLine(new SalesCommand(stage.console()))
                .execute(
                        "--organization",
                        "meridian",
                        "--url",
                        stage.stack().worker("sale-intake").url());
    }

    private long ended() {
        return stage.observer().all(Sale.class).stream()
                .map(Seen::body)
                .filter(each -> each.getStatus() == SaleStatus.ENDED)
                .map(each -> each.getSale().getSaleId())
                .distinct()
                .count();
    }
}
