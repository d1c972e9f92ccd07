package dev.seatkey.localstack.demo;

import dev.seatkey.contract.LaunchRefused;
import dev.seatkey.contract.RegisterSale;
import dev.seatkey.contract.SaleRegistered;
import dev.seatkey.contract.SaleRejected;
import dev.seatkey.localstack.console.Money;
import dev.seatkey.localstack.console.Table;
import dev.seatkey.localstack.console.Table.Column;
import dev.seatkey.localstack.outside.Readers;
import dev.seatkey.localstack.outside.Seen;
import dev.seatkey.localstack.outside.Sender;
import dev.seatkey.schemas.Topics;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Chapter 2: sales are registered, priced, or rejected with all that is wrong. */
final class SalesComeIn {
    private final Stage stage;
    private final Readers readers;
    private final Launches launches;

    SalesComeIn(Stage stage, Readers readers, Launches launches) {
        this.stage = stage;
        this.readers = readers;
        this.launches = launches;
    }

    void tell() {
        var console = stage.console();
        console.heading("2  Sales come in");
        decideEarly();
        register(stage.samples().sales());
        console.paragraph(
                2,
                stage.samples().sales().size()
                        + " sales are registered. The system prices them; nobody sends a price:");
        console.blank();
        registered();
        console.blank();
        console.paragraph(2, "The others are rejected, each with everything that is wrong with it:");
        console.blank();
        rejected();
        console.blank();
        sentAgain();
        console.blank();
        anEagerLearner();
    }

    private void decideEarly() {
        Sender.await(stage.samples().earlyDecisions().stream()
                .map(each -> stage.sender().send(Topics.APPROVAL_DECISIONS, each.getSaleId(), each))
                .toList());
    }

    private void register(List<RegisterSale> sales) {
        var answered = answers() + sales.size();
        Sender.await(sales.stream()
                .map(each -> stage.sender().send(Topics.SALE_COMMANDS, each.getSaleId(), each))
                .toList());
        stage.observer().await("an answer to every registration", Stage.PATIENCE, () -> answers() >= answered);
    }

    private long answers() {
        return (long) stage.observer().all(SaleRegistered.class).size()
                + stage.observer().all(SaleRejected.class).size();
    }

    private void registered() {
        var table = new Table(
                Column.words("Sale", 16),
                Column.words("Customer", 26),
                Column.numbers("Users"),
                Column.numbers("Per user"),
                Column.numbers("Price"),
                Column.words("Plan from … to", 24));
        stage.observer().all(SaleRegistered.class).stream()
                .map(each -> each.body().getSale())
                .sorted(Comparator.comparing(sale -> asPublished(sale.getSaleId())))
                .forEach(sale -> table.row(
                        sale.getSaleId(),
                        sale.getCustomerName(),
                        String.valueOf(sale.getNumberOfUsers()),
                        Money.text(sale.getDistributionPrice(), sale.getCurrency()),
                        Money.text(sale.getSalesPrice(), sale.getCurrency()),
                        sale.getActivationDate() + " … " + sale.getCancellationDate()));
        table.printOn(stage.console(), 2);
    }

    private void rejected() {
        var style = stage.console().style();
        stage.observer().all(SaleRejected.class).stream()
                .map(Seen::body)
                .sorted(Comparator.comparing(sale -> asPublished(sale.getSaleId())))
                .forEach(sale -> {
                    stage.console().line("  " + style.bad("✗") + " " + style.strong(sale.getSaleId()));
                    sale.getViolations().forEach(violation -> {
                        stage.console()
                                .line("      " + style.bad(violation.getCode())
                                        + style.faint("  " + violation.getField()));
                        stage.console().paragraph(8, violation.getMessage());
                    });
                });
    }

    private void sentAgain() {
        var first = stage.samples().sales().get(0);
        register(List.of(first));
        var ids = eventIds(first.getSaleId());
        stage.console()
                .paragraph(
                        2,
                        "Then " + first.getSaleId()
                                + " comes a second time, unchanged. It is answered with the same event "
                                + "again: " + ids.size() + " answers, "
                                + ids.stream().distinct().count()
                                + " event id. A third time it comes with other content under the same id:");
        var rejected = stage.observer().all(SaleRejected.class).size();
        register(List.of(RegisterSale.newBuilder(first)
                .setNumberOfUsers(60)
                .setCurrency("EUR")
                .build()));
        stage.console().blank();
        var reused = stage.observer().all(SaleRejected.class);
        reused.subList(rejected, reused.size())
                .forEach(each -> each.body().getViolations().forEach(violation -> stage.console()
                        .line("  " + stage.console().style().bad("✗ " + violation.getCode()) + "  "
                                + stage.console().style().faint(violation.getField()) + "  "
                                + violation.getMessage())));
    }

    private void anEagerLearner() {
        var pending = stage.samples().sales().get(0);
        stage.observer()
                .await("the key worker to know the sale", Stage.PATIENCE, () -> registration(pending.getSaleId())
                        .allMatch(each -> readers.haveHandled("key-worker", each)));
        var learners = stage.samples().classes().get(0);
        var launch = learners.launch("learner-001", learners.tests().get(0), "eager");
        launches.send(List.of(launch));
        stage.observer().bodies(LaunchRefused.class, each -> each.getLaunchId().equals(launch.getLaunchId())).stream()
                .limit(1)
                .forEach(each -> stage.console()
                        .paragraph(
                                2,
                                "An eager learner of " + stage.nameOf(each.getOrganizationId())
                                        + " does not wait for the approval and is refused: " + each.getReason() + ". "
                                        + each.getMessage()));
    }

    private int asPublished(String saleId) {
        return stage.samples().sales().stream()
                .map(RegisterSale::getSaleId)
                .toList()
                .indexOf(saleId);
    }

    private Stream<Seen<SaleRegistered>> registration(String saleId) {
        return stage.observer().all(SaleRegistered.class).stream()
                .filter(each -> each.body().getSale().getSaleId().equals(saleId));
    }

    private List<String> eventIds(String saleId) {
        return registration(saleId).map(Seen::eventId).toList();
    }
}
