package dev.seatkey.bench.arena;

import dev.seatkey.bench.Effort;
import dev.seatkey.bench.figures.Figures;
import dev.seatkey.bench.figures.Sample;
import dev.seatkey.localstack.console.Console;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Several contestants work off heaps in turn, round by round, so that whatever the machine does meanwhile hits all of them. */
public final class Contest {
    /** The name of the product's own contestant. */
    public static final String WORKER = "worker";

    private final String name;
    private final String things;
    private final Effort effort;
    private final Console console;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Results> results = new LinkedHashMap<>();

    /**
     * @param name what it is about, for the lines that tell how far it is
     * @param things what is counted
     */
    public Contest(String name, String things, Effort effort, Console console) {
        this.name = name;
        this.things = things;
        this.effort = effort;
        this.console = console;
    }

    /**
     * Lets somebody take part.
     *
     * @param turn what it does in one round
     */
    public void enter(Running who, Function<Contestant, Round> turn) {
        entries.add(new Entry(who.contestant(), turn));
        results.put(who.contestant().name(), new Results());
    }

    /** Has all rounds played. */
    public Contest run() {
        for (var round = 1 - effort.warmUps(); round <= effort.rounds(); round++) {
            for (var each : entries) {
                var done = each.turn.apply(each.contestant);
                var memory = each.contestant.residentMemory();
                tell(round, each.contestant, done, memory);
                if (round > 0) {
                    Objects.requireNonNull(results.get(each.contestant.name())).add(done, memory);
                }
            }
        }
        return this;
    }

    /**
     * Keeps what was found.
     *
     * @param prefix of the figures' names
     */
    public void report(String prefix, Figures figures) {
        results.forEach((who, found) -> {
            var whose = prefix + "." + who;
            figures.put(whose + ".per_s", found.rate.median());
            figures.put(whose + ".processor_us", found.processorMicros.median());
            if (!found.allocatedBytes.isEmpty()) {
                figures.put(whose + ".allocated_bytes", found.allocatedBytes.median());
            }
        });
        // Round by round: the machine's good and bad minutes are those of all who took part in a round.
        var worker = Objects.requireNonNull(results.get(WORKER)).rate;
        results.forEach((who, found) -> {
            if (!who.equals(WORKER)) {
                figures.put(prefix + ".vs_" + who, worker.by(found.rate).median());
            }
        });
    }

    /** What one of a contestant's processes held at the end of each round that counts, in megabytes. */
    public Sample memory(String who, int process) {
        return Objects.requireNonNull(
                Objects.requireNonNull(results.get(who)).memory.get(process));
    }

    private void tell(int round, Contestant who, Round done, List<Double> memory) {
        console.line(String.format(
                "  %-8s %-8s %-8s %,8d %s  %6.2f s  %,8.0f a second  %,6.0f µs of processor each  %4.0f MB",
                name,
                round > 0 ? "round " + round : "warm-up",
                who.name(),
                done.things(),
                things,
                done.took().toMillis() / 1e3,
                done.rate(),
                done.processorMicros(),
                Collections.max(memory)));
    }

    private record Entry(Contestant contestant, Function<Contestant, Round> turn) {}

    /** What one of them did in the rounds that count. */
    private static final class Results {
        private final Sample rate = new Sample();
        private final Sample processorMicros = new Sample();
        private final Sample allocatedBytes = new Sample();

        /** By the place of the process. */
        private final Map<Integer, Sample> memory = new HashMap<>();

        void add(Round done, List<Double> residentMemory) {
            for (var process = 0; process < residentMemory.size(); process++) {
                memory.computeIfAbsent(process, unknown -> new Sample()).add(residentMemory.get(process));
            }
            rate.add(done.rate());
            processorMicros.add(done.processorMicros());
            done.allocatedBytes().ifPresent(bytes -> allocatedBytes.add(bytes / done.things()));
        }
    }
}
