package dev.seatkey.localstack.demo;

import dev.seatkey.contract.LaunchGranted;
import dev.seatkey.contract.LaunchRefused;
import dev.seatkey.contract.PlanActivated;
import dev.seatkey.contract.SaleDetails;
import dev.seatkey.contract.TestLaunched;
import dev.seatkey.localstack.console.Box;
import dev.seatkey.localstack.console.Table;
import dev.seatkey.localstack.console.Table.Column;
import dev.seatkey.localstack.demo.Samples.LearnerClass;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Chapter 4: learners launch tests; more of them than seats. */
final class TheFirstDay {
    private static final int AGAIN = 20;
    private static final int TIMED = 9;
    private static final int BAR = 20;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final Stage stage;
    private final Books books;
    private final Launches launches;

    TheFirstDay(Stage stage, Books books, Launches launches) {
        this.stage = stage;
        this.books = books;
        this.launches = launches;
    }

    void tell() {
        var console = stage.console();
        var classes = classesOfToday();
        console.heading("4  The first day");
        stage.observer()
                .await(
                        "the plans that are to be active",
                        Stage.PATIENCE,
                        () -> books.areUpToDate(stage.stack().clock().instant()));
        var from = System.nanoTime();
        var first = classes.stream().flatMap(each -> each.launches().stream()).toList();
        launches.send(first);
        var took = Duration.ofNanos(System.nanoTime() - from);
        console.paragraph(
                2,
                books.events(PlanActivated.class).size() + " plans are active. "
                        + classes.stream()
                                .map(each -> each.learners() + " learners of " + stage.nameOf(each.organizationId()))
                                .collect(Collectors.joining(" and "))
                        + " open their tests, in no order: " + first.size() + " launches, answered in "
                        + took.toMillis()
                        + " ms.");
        console.blank();
        seats(classes);
        console.blank();
        aLearner(classes.get(0));
        console.blank();
        again(classes);
        console.blank();
        refused();
        console.blank();
        speed(classes.get(1));
    }

    private List<LearnerClass> classesOfToday() {
        return stage.samples().classes().stream()
                .filter(each -> each.day() == stage.day())
                .toList();
    }

    private void seats(List<LearnerClass> classes) {
        var table = new Table(
                Column.words("Organization", 24),
                Column.numbers("Learners"),
                Column.numbers("Launches"),
                Column.numbers("Granted"),
                Column.numbers("Refused"),
                Column.words("Seats", 36));
        for (var each : classes) {
            table.row(
                    stage.nameOf(each.organizationId()),
                    String.valueOf(each.learners()),
                    String.valueOf(each.launches().size()),
                    String.valueOf(granted(each.organizationId())),
                    String.valueOf(refusedOf(each)),
                    bar(planOf(each.organizationId())));
        }
        table.printOn(stage.console(), 2);
    }

    private SaleDetails planOf(String organizationId) {
        return books.plans().values().stream()
                .filter(plan -> plan.getCustomerId().equals(organizationId))
                .findFirst()
                .orElseThrow();
    }

    private String bar(SaleDetails plan) {
        var taken = books.seats(plan.getSaleId()).size();
        var filled = BAR * taken / plan.getNumberOfUsers();
        return "█".repeat(filled) + "░".repeat(BAR - filled) + " " + taken + " of " + plan.getNumberOfUsers();
    }

    private long granted(String organizationId) {
        return books.events(LaunchGranted.class).stream()
                .filter(each -> each.getOrganizationId().equals(organizationId))
                .count();
    }

    private long refusedOf(LearnerClass learners) {
        var ids = learners.launches().stream().map(TestLaunched::getLaunchId).collect(Collectors.toSet());
        return books.events(LaunchRefused.class).stream()
                .filter(each -> ids.contains(each.getLaunchId()))
                .count();
    }

    private void aLearner(LearnerClass learners) {
        var some = books.events(LaunchGranted.class).stream()
                .filter(each -> each.getOrganizationId().equals(learners.organizationId()))
                .findFirst()
                .orElseThrow();
        var box = new Box(some.getSubject() + " of " + stage.nameOf(some.getOrganizationId()) + " holds seat "
                + some.getSeatNumber());
        books.events(LaunchGranted.class).stream()
                .filter(each -> each.getSubject().equals(some.getSubject()))
                .filter(each -> each.getOrganizationId().equals(some.getOrganizationId()))
                .forEach(each -> box.entry(
                        each.getTestId(),
                        stage.console().style().named(each.getKey().getCode()) + "  term "
                                + each.getKey().getTerm() + ", usable until "
                                + DAY.format(each.getKey().getUsableUntil())));
        box.printOn(stage.console());
    }

    private void again(List<LearnerClass> classes) {
        var issued = books.keys().size();
        var repeated = launches.sent().subList(0, AGAIN);
        var later = classes.get(1).launches().stream()
                .map(each -> TestLaunched.newBuilder(each)
                        .setLaunchId(each.getLaunchId() + "/again")
                        .build())
                .limit(AGAIN)
                .toList();
        launches.send(repeated);
        launches.send(later);
        stage.console()
                .paragraph(
                        2,
                        AGAIN + " launches are sent a second time, and " + AGAIN
                                + " tests are opened again: each is answered with the key of before. New keys: "
                                + (books.keys().size() - issued) + ".");
    }

    private void refused() {
        var style = stage.console().style();
        launches.send(stage.samples().oddLaunches());
        stage.console().paragraph(2, "Refused so far, and why:");
        stage.console().blank();
        books.events(LaunchRefused.class).stream()
                .collect(Collectors.groupingBy(
                        LaunchRefused::getReason, java.util.LinkedHashMap::new, Collectors.toList()))
                .forEach((reason, all) -> {
                    stage.console().line("  " + style.bad("✗ " + reason) + style.faint("  " + all.size() + " ×"));
                    stage.console().paragraph(6, all.get(0).getMessage());
                });
    }

    private void speed(LearnerClass learners) {
        var times = IntStream.range(0, TIMED)
                .mapToObj(number -> launches.time(
                        learners.launch("learner-001", learners.tests().get(0), "timed-" + number)))
                .sorted()
                .toList();
        stage.console()
                .paragraph(
                        2,
                        "One launch alone is answered in "
                                + times.get(TIMED / 2).toMillis() + " ms (median of " + TIMED
                                + ", from sending it to reading its answer).");
    }

    /** The day of an instant, UTC. */
    static String day(Instant instant) {
        return DAY.format(instant);
    }
}
