package dev.seatkey.torture;

import dev.seatkey.localstack.console.Console;
import dev.seatkey.localstack.console.Text;
import dev.seatkey.torture.faults.Fault;
import dev.seatkey.torture.load.Load;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tells how a run goes, and how it ended. */
final class Report {
    private static final Duration BETWEEN_REMARKS = Duration.ofSeconds(10);
    private static final int WIDTH_OF_A_FAULT = 58;
    private static final int WIDTH_OF_A_NAME = 30;

    private final Console console;
    private final Map<String, List<Duration>> recoveries = new TreeMap<>();
    private long lastRemark = System.nanoTime();
    private int kills;

    Report(Console console) {
        this.console = console;
    }

    void begins(Scale scale, String store) {
        console.line(console.style().strong("Seatkey under torture") + ": " + scale.kills() + " kills, "
                + scale.launches() + " launches, " + scale.sales() + " sales, " + scale.years() + " years, "
                + scale.instances() + " instances of each worker");
        console.line("Seed " + scale.seed() + ". Store: " + store + ".");
        if (scale.broken() != null) {
            console.line("With a mistake built in: " + scale.broken().mistake());
        }
        console.blank();
    }

    void capacity(double capacity, double rate) {
        console.line(String.format(
                "Answers %,.0f launches a second when nothing is wrong; load runs at %,.0f.", capacity, rate));
        console.blank();
    }

    void struck(
            int number, int faults, int era, Fault fault, boolean asNamed, Optional<Duration> recovery, long answers) {
        kills += fault.kills();
        recovery.ifPresent(took -> recoveries
                .computeIfAbsent(fault.kind(), unknown -> new ArrayList<>())
                .add(took));
        var after = recovery.map(took -> String.format("flows after %4.1f s", took.toMillis() / 1e3))
                .orElse(fault.stopsLaunches() ? "does not flow" : "");
        var name = asNamed ? fault.name() : fault.name() + " (not reached)";
        console.line(String.format(
                "  %3d/%d  era %-2d  %s  %-19s  %,9d answers",
                number, faults, era, Text.left(Text.cut(name, WIDTH_OF_A_FAULT), WIDTH_OF_A_FAULT), after, answers));
    }

    void waiting(String what, Map<String, Long> outstanding) {
        if (System.nanoTime() - lastRemark > BETWEEN_REMARKS.toNanos()) {
            lastRemark = System.nanoTime();
            console.line("           " + what + ": waiting for " + (outstanding.isEmpty() ? "quiet" : outstanding));
        }
    }

    void settled(String what, boolean settled, Map<String, Long> outstanding, Duration took) {
        lastRemark = System.nanoTime();
        console.line(
                settled
                        ? String.format("           %s: all is answered, after %.1f s", what, took.toMillis() / 1e3)
                        : console.style().bad("           " + what + ": still owed " + outstanding));
    }

    void replayed(String worker) {
        console.line("           " + worker + " reads everything again from the beginning");
    }

    void judged(List<Verdict> verdicts, Load load, Points points) {
        console.heading("What was sent");
        console.line(String.format(
                "  %,d registrations, %,d decisions, %,d launches, with those sent again and those that nobody can read;"
                        + " %d processes killed; %d of %d crash points reached",
                load.acknowledged("sale-commands"),
                load.acknowledged("approval-decisions"),
                load.launches(),
                kills,
                points.reached(),
                points.aimedAt()));
        console.heading("How soon every partition answered launches again");
        recoveries.forEach((kind, times) -> console.line("  " + Text.left(kind, WIDTH_OF_A_NAME) + summary(times)));
        console.heading("The promises");
        verdicts.forEach(this::tell);
    }

    private void tell(Verdict verdict) {
        var word = verdict.isKept()
                ? console.style().good("kept  ")
                : console.style().bad("BROKEN");
        console.line("  " + word + "  " + Text.left(verdict.name(), WIDTH_OF_A_NAME) + verdict.text());
        verdict.broken().forEach(each -> console.line("            " + each));
    }

    private static String summary(List<Duration> times) {
        var sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return String.format(
                "%3d times, p50 %4.1f s, max %4.1f s",
                sorted.size(),
                sorted.get(sorted.size() / 2).toMillis() / 1e3,
                sorted.get(sorted.size() - 1).toMillis() / 1e3);
    }

    static String names(List<Verdict> verdicts) {
        return verdicts.stream().map(Verdict::name).collect(Collectors.joining(", "));
    }
}
