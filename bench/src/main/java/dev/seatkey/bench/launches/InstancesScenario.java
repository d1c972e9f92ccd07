package dev.seatkey.bench.launches;

import dev.seatkey.bench.Effort;
import dev.seatkey.bench.Scenario;
import dev.seatkey.bench.arena.Arena;
import dev.seatkey.bench.arena.Contest;
import dev.seatkey.bench.arena.Contestant;
import dev.seatkey.bench.arena.Heap;
import dev.seatkey.bench.arena.Round;
import dev.seatkey.bench.figures.Figures;
import dev.seatkey.bench.figures.Sample;
import dev.seatkey.localstack.console.Console;
import dev.seatkey.localstack.stack.Worker;
import dev.seatkey.localstack.up.Progress;
import dev.seatkey.schemas.Topics;
import java.nio.file.Path;
import java.util.List;

/**
 * What a second instance brings, and whether a launch costs more with it. Not in turn: an instance that was just started is
 * busy compiling, and would be measured for that.
 */
public final class InstancesScenario implements Scenario {
    private static final int SCHOOLS = 50;

    /** For each instance: with as many for all, two would be measured when they had done, and compiled, half as much. */
    private static final int LAUNCHES = 40_000;

    @Override
    public String name() {
        return "instances";
    }

    @Override
    public String text() {
        return "launches with one instance of the key worker, and with two";
    }

    @Override
    public void measure(Effort effort, Path directory, Figures figures, Console console) {
        try (var arena = Arena.open(directory, new Progress(console));
                var heap = new Heap(arena.surroundings(), arena.clock());
                var first = new KeyWorkers(arena).worker()) {
            var schools = new KeyWorkers(arena).opened(first, heap, SCHOOLS);
            var one = new Found();
            var two = new Found();
            console.blank();
            play(first.contestant(), one, effort, schools, heap, console);
            try (var second = arena.startWorker(Topics.KEY_WORKER)) {
                play(both(first.contestant(), second), two, effort, schools, heap, console);
            }
            figures.put("instances.one.per_s", one.rate.median());
            figures.put("instances.two.per_s", two.rate.median());
            figures.put("instances.two_vs_one", two.rate.median() / one.rate.median());
            figures.put("instances.one.processor_us", one.processorMicros.median());
            figures.put("instances.two.processor_us", two.processorMicros.median());
            figures.put("instances.processor_two_vs_one", two.processorMicros.median() / one.processorMicros.median());
        }
    }

    private static Contestant both(Contestant first, Worker second) {
        return new Contestant(
                Contest.WORKER,
                "",
                List.of(first.pids().get(0), second.pid()),
                List.of(first.urls().get(0), second.url()));
    }

    private static void play(Contestant who, Found found, Effort effort, Schools schools, Heap heap, Console console) {
        var instances = who.pids().size();
        for (var round = 0; round <= effort.rounds(); round++) {
            var launches =
                    instances * (round == 0 ? effort.of(KeyWorkers.LAUNCHES_UNTIL_COMPILED) : effort.of(LAUNCHES));
            var done = KeyWorkers.answer(who, schools.newLearners(launches), heap);
            console.line(String.format(
                    "  %-8s  %d instances  %,8.0f launches a second  %,6.0f µs of processor each",
                    round == 0 ? "warm-up" : "round " + round, instances, done.rate(), done.processorMicros()));
            if (round > 0) {
                found.add(done);
            }
        }
    }

    private static final class Found {
        private final Sample rate = new Sample();
        private final Sample processorMicros = new Sample();

        void add(Round done) {
            rate.add(done.rate());
            processorMicros.add(done.processorMicros());
        }
    }
}
