package dev.seatkey.localstack.demo;

import dev.seatkey.contract.KeyClosed;
import dev.seatkey.contract.KeyIssued;
import dev.seatkey.contract.KeyRenewed;
import dev.seatkey.contract.LaunchGranted;
import dev.seatkey.contract.LaunchRefused;
import dev.seatkey.contract.PlanActivated;
import dev.seatkey.contract.PlanEnded;
import dev.seatkey.contract.TestLaunched;
import dev.seatkey.localstack.console.Box;
import dev.seatkey.localstack.console.Text;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Chapter 5: time passes; plans start and end, keys are renewed and closed. */
final class FourHundredDays {
    private static final List<Integer> STOPS = List.of(61, 181, 242, 361, 366, 400);
    private static final LocalTime NOON = LocalTime.of(12, 0);

    private final Stage stage;
    private final Books books;
    private final Launches launches;
    private final Map<Class<?>, Integer> told = new LinkedHashMap<>();

    FourHundredDays(Stage stage, Books books, Launches launches) {
        this.stage = stage;
        this.books = books;
        this.launches = launches;
    }

    void tell() {
        var console = stage.console();
        console.heading("5  Four hundred days");
        console.paragraph(2, "The clock of the stack is moved. No learner does anything unless it is said.");
        console.blank();
        fresh(KeyIssued.class);
        fresh(PlanActivated.class);
        STOPS.forEach(this::passTo);
        console.blank();
        aLife();
    }

    private void passTo(int day) {
        var clock = stage.stack().clock();
        var noon = stage.firstDay().plusDays(day).atTime(NOON).toInstant(ZoneOffset.UTC);
        clock.moveAhead(Duration.between(clock.instant(), noon));
        stage.observer().await("the work of day " + day, Stage.PATIENCE, () -> books.areUpToDate(clock.instant()));
        var news = new ArrayList<String>();
        fresh(PlanActivated.class)
                .forEach(each -> news.add("The plan of " + stage.nameOf(each.getOrganizationId()) + " starts, with "
                        + each.getSeats() + " seats."));
        launchOn(day, news);
        news.addAll(renewals());
        news.addAll(endings());
        tell(day, news);
    }

    private void launchOn(int day, List<String> news) {
        stage.samples().classes().stream().filter(each -> each.day() == day).forEach(each -> {
            launches.send(each.launches());
            news.add(each.learners() + " learners of " + stage.nameOf(each.organizationId()) + " launch a test: "
                    + fresh(KeyIssued.class).size() + " keys.");
        });
        if (day == STOPS.get(1)) {
            news.add(launchAgain("back-after-the-first-term"));
        }
        if (day == STOPS.get(STOPS.size() - 1)) {
            news.add(launchAgain("too-late"));
        }
    }

    /** The first learner who got a key opens the same test again. */
    private String launchAgain(String occasion) {
        var before = books.events(LaunchGranted.class).get(0);
        var learners = stage.samples().classes().get(0);
        var launch = TestLaunched.newBuilder(learners.launch(before.getSubject(), before.getTestId(), occasion))
                .setOrganizationId(before.getOrganizationId())
                .setIssuer(before.getIssuer())
                .build();
        launches.send(List.of(launch));
        return books.events(LaunchGranted.class).stream()
                .filter(each -> each.getLaunchId().equals(launch.getLaunchId()))
                .map(each -> before.getSubject() + " is back and gets the same key, "
                        + each.getKey().getCode() + ", now in term "
                        + each.getKey().getTerm() + ".")
                .findFirst()
                .orElseGet(() -> books.events(LaunchRefused.class).stream()
                        .filter(each -> each.getLaunchId().equals(launch.getLaunchId()))
                        .map(each -> before.getSubject() + " is back and is refused: " + each.getReason() + ". "
                                + each.getMessage())
                        .findFirst()
                        .orElseThrow());
    }

    private List<String> renewals() {
        return counted(
                        fresh(KeyRenewed.class),
                        each -> organizationOf(each.getSaleId()) + ": term " + each.getTerm() + " begins for")
                .entrySet()
                .stream()
                .map(each -> each.getKey() + " " + each.getValue() + " keys.")
                .toList();
    }

    private List<String> endings() {
        var closed = counted(fresh(KeyClosed.class), KeyClosed::getSaleId);
        return fresh(PlanEnded.class).stream()
                .map(each -> "The plan of " + organizationOf(each.getSaleId()) + " ended on "
                        + TheFirstDay.day(each.getEndedAt()) + "; its " + closed.getOrDefault(each.getSaleId(), 0L)
                        + " keys are closed.")
                .toList();
    }

    private void tell(int day, List<String> news) {
        var style = stage.console().style();
        var head = Text.left("day " + day, 9)
                + Text.left(TheFirstDay.day(stage.stack().clock().instant()), 14);
        var lines = news.isEmpty() ? List.of("Nothing is due.") : news;
        for (int i = 0; i < lines.size(); i++) {
            var prefix = i == 0 ? style.strong(head) : " ".repeat(23);
            var wrapped = Text.wrapped(lines.get(i), 72);
            stage.console().line("  " + prefix + wrapped.get(0));
            wrapped.stream().skip(1).forEach(more -> stage.console().line(" ".repeat(25) + more));
        }
    }

    private void aLife() {
        var key = books.keys().get(0);
        var issued = key.issued();
        var box = new Box("The life of " + issued.getSubject() + "'s key for " + issued.getTestId());
        box.entry(
                "issued",
                term(
                        issued.getTerm(),
                        TheFirstDay.day(issued.getTermFrom()),
                        TheFirstDay.day(issued.getTermTo()),
                        TheFirstDay.day(issued.getUsableUntil())));
        key.renewals()
                .forEach(each -> box.entry(
                        "renewed",
                        term(
                                each.getTerm(),
                                TheFirstDay.day(each.getTermFrom()),
                                TheFirstDay.day(each.getTermTo()),
                                TheFirstDay.day(each.getUsableUntil()))));
        key.closed()
                .ifPresent(each -> box.entry("closed", TheFirstDay.day(each.getClosedAt()) + ", " + each.getReason()));
        box.printOn(stage.console());
    }

    private static String term(int number, String from, String to, String usableUntil) {
        return "term " + number + "  " + Text.right(from, 11) + " … " + Text.left(to, 11)
                + (usableUntil.equals(to) ? "" : "  usable until " + usableUntil);
    }

    private String organizationOf(String saleId) {
        var plan = books.plans().get(saleId);
        return plan == null ? saleId : plan.getCustomerName();
    }

    private static <T> Map<String, Long> counted(List<T> events, Function<T, String> by) {
        return events.stream().collect(Collectors.groupingBy(by, LinkedHashMap::new, Collectors.counting()));
    }

    /** The events of a type that this chapter has not told of yet. */
    private <T> List<T> fresh(Class<T> type) {
        var all = books.events(type);
        var from = told.getOrDefault(type, 0);
        told.put(type, all.size());
        return all.subList(from, all.size());
    }
}
