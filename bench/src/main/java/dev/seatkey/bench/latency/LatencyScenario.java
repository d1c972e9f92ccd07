package dev.seatkey.bench.latency;

import dev.seatkey.bench.Effort;
import dev.seatkey.bench.Scenario;
import dev.seatkey.bench.arena.Arena;
import dev.seatkey.bench.arena.Contest;
import dev.seatkey.bench.arena.Heap;
import dev.seatkey.bench.arena.Running;
import dev.seatkey.bench.figures.Figures;
import dev.seatkey.bench.figures.Sample;
import dev.seatkey.bench.launches.KeyWorkers;
import dev.seatkey.bench.launches.Schools;
import dev.seatkey.localstack.console.Console;
import dev.seatkey.localstack.up.Progress;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** How long learners wait for their first answer, at rates that a school and a country have. */
public final class LatencyScenario implements Scenario {
    private static final List<Integer> RATES = List.of(200, 1_000);
    private static final int SCHOOLS = 50;
    private static final List<Integer> MORE_RATES = List.of(100, 500, 2_000, 4_000, 8_000, 16_000);

    /** Who answers less than this share of what is sent does not keep up. */
    private static final double KEEPS_UP = 0.9;

    private static final MathContext DIGITS = new MathContext(3);
    private static final double MEDIAN = 50;
    private static final double P90 = 90;
    private static final double P99 = 99;
    private static final double P999 = 99.9;
    private static final double MICROS_OF_A_MILLI = 1e3;
    private static final double NANOS_OF_A_MICRO = 1e3;

    @Override
    public String name() {
        return "latency";
    }

    @Override
    public String text() {
        return "from a launch to its answer, at a fixed rate of arrivals";
    }

    @Override
    public void measure(Effort effort, Path directory, Figures figures, Console console) {
        try (var arena = Arena.open(directory, new Progress(console));
                var heap = new Heap(arena.surroundings(), arena.clock());
                var loop = new OpenLoop(arena.surroundings(), arena.clock())) {
            var keyWorkers = new KeyWorkers(arena);
            var running = new ArrayList<Running>();
            try {
                var worker = keyWorkers.worker();
                running.add(worker);
                var schools = new LinkedHashMap<Running, Schools>();
                schools.put(worker, keyWorkers.opened(worker, heap, SCHOOLS));
                var echo = keyWorkers.echo();
                running.add(echo);
                schools.put(echo, new Schools("echo", SCHOOLS, arena.clock()));
                schools.forEach((each, its) -> KeyWorkers.answer(
                        each.contestant(), its.newLearners(effort.of(KeyWorkers.LAUNCHES_UNTIL_COMPILED)), heap));
                console.blank();
                RATES.forEach(rate -> measure(rate, effort, schools, loop, arena, figures, console));
                if (effort.forPictures()) {
                    climb(effort, schools, loop, figures, console);
                }
            } finally {
                running.forEach(Running::close);
            }
        }
    }

    private static void measure(
            int rate,
            Effort effort,
            Map<Running, Schools> all,
            OpenLoop loop,
            Arena arena,
            Figures figures,
            Console console) {
        var found = new LinkedHashMap<String, Found>();
        for (var round = 1 - effort.warmUps(); round <= effort.rounds(); round++) {
            for (var each : all.entrySet()) {
                var contestant = each.getKey().contestant();
                var launches = each.getValue().newLearners(effort.seconds() * rate);
                var processorTime = contestant.processorTime();
                var brokersTime = arena.brokersProcessorTime();
                var waits = loop.run(contestant, launches, rate).waits();
                tell(rate, round, contestant.name(), waits, console);
                if (round > 0) {
                    found.computeIfAbsent(contestant.name(), unknown -> new Found())
                            .add(
                                    waits,
                                    contestant.processorTime().minus(processorTime),
                                    arena.brokersProcessorTime().minus(brokersTime));
                }
            }
        }
        found.forEach((name, its) -> its.report("latency." + rate + "." + name, figures));
        figures.put(
                "latency." + rate + ".p99_vs_echo",
                Objects.requireNonNull(found.get(Contest.WORKER)).millis(P99)
                        / Objects.requireNonNull(found.get(KeyWorkers.ECHO)).millis(P99));
    }

    /** One round at each of more rates, to see where waiting begins to grow and what the most is, up to the first that is too much. */
    private static void climb(
            Effort effort, Map<Running, Schools> all, OpenLoop loop, Figures figures, Console console) {
        var climbing = new LinkedHashMap<>(all);
        for (var rate : MORE_RATES) {
            climbing.entrySet().removeIf(each -> {
                var contestant = each.getKey().contestant();
                var launches = each.getValue().newLearners(effort.seconds() * rate);
                var answered = loop.run(contestant, launches, rate);
                tell(rate, 1, contestant.name(), answered.waits(), console);
                var figure = "load." + rate + "." + contestant.name();
                figures.put(figure + ".p99_ms", answered.waits().getValueAtPercentile(P99) / MICROS_OF_A_MILLI);
                figures.put(figure + ".per_s", answered.perSecond());
                return answered.perSecond() < rate * KEEPS_UP;
            });
        }
    }

    private static void tell(int rate, int round, String name, Histogram waits, Console console) {
        console.line(String.format(
                "  %,5d a second  %-8s %-8s p50 %7.2f ms  p99 %7.2f ms  p99.9 %7.2f ms  max %7.2f ms",
                rate,
                round > 0 ? "round " + round : "warm-up",
                name,
                waits.getValueAtPercentile(MEDIAN) / MICROS_OF_A_MILLI,
                waits.getValueAtPercentile(P99) / MICROS_OF_A_MILLI,
                waits.getValueAtPercentile(P999) / MICROS_OF_A_MILLI,
                waits.getMaxValue() / MICROS_OF_A_MILLI));
    }

    /** What was found in several rounds: percentiles of waits, and what a launch took of the processors. */
    private static final class Found {
        private final Map<Double, Sample> percentiles = new TreeMap<>();
        private final Sample processorMicros = new Sample();
        private final Sample brokersMicros = new Sample();

        void add(Histogram waits, Duration processorTime, Duration brokersTime) {
            processorMicros.add(processorTime.toNanos() / NANOS_OF_A_MICRO / waits.getTotalCount());
            brokersMicros.add(brokersTime.toNanos() / NANOS_OF_A_MICRO / waits.getTotalCount());
            for (var percentile : List.of(MEDIAN, P90, P99, P999)) {
                percentiles
                        .computeIfAbsent(percentile, unknown -> new Sample())
                        .add(waits.getValueAtPercentile(percentile) / MICROS_OF_A_MILLI);
            }
        }

        double millis(double percentile) {
            return Objects.requireNonNull(percentiles.get(percentile)).median();
        }

        void report(String prefix, Figures figures) {
            figures.put(prefix + ".processor_us", processorMicros.median());
            figures.put(prefix + ".broker_us", brokersMicros.median());
            percentiles.forEach((percentile, sample) -> figures.put(
                    prefix + ".p"
                            + new BigDecimal(percentile, DIGITS)
                                    .stripTrailingZeros()
                                    .toPlainString()
                                    .replace('.', '_') + "_ms",
                    sample.median()));
        }
    }
}
