package dev.seatkey.bench.launches;

import dev.seatkey.bench.Effort;
import dev.seatkey.bench.Scenario;
import dev.seatkey.bench.arena.Arena;
import dev.seatkey.bench.arena.Contest;
import dev.seatkey.bench.arena.Contestant;
import dev.seatkey.bench.arena.Heap;
import dev.seatkey.bench.arena.Outgoing;
import dev.seatkey.bench.arena.Round;
import dev.seatkey.bench.figures.Figures;
import dev.seatkey.bench.figures.Sample;
import dev.seatkey.localstack.console.Console;
import dev.seatkey.localstack.stack.Worker;
import dev.seatkey.localstack.up.Progress;
import dev.seatkey.schemas.Topics;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a second instance brings, and whether a launch costs more with it. Two instances run all the time, as long and as far
 * compiled as each other. In turn one of them has all launches, in partitions that it reads; or both have some, of the same
 * schools, for whose seats they compete; or each has those of schools of its own.
 */
public final class InstancesScenario implements Scenario {
    /** Some, and as many others. */
    private static final int SCHOOLS = 25;

    /** Of some schools, and as many of others. */
    private static final int LAUNCHES = 40_000;

    private static final String GROUP = Topics.KEY_WORKER + ".launches";

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
                var first = new KeyWorkers(arena).worker();
                var second = arena.startWorker(Topics.KEY_WORKER)) {
            var workers = new KeyWorkers(arena);
            var some = workers.opened(first, heap, SCHOOLS, new Schools("some", SCHOOLS, arena.clock()));
            var others = workers.opened(first, heap, SCHOOLS, new Schools("others", SCHOOLS, arena.clock()));
            var both = both(first.contestant(), second);
            console.blank();
            var enough = effort.of(KeyWorkers.LAUNCHES_UNTIL_COMPILED);
            answer(both, "warm-up", all(some.newLearners(enough), others.newLearners(enough)), heap, console);
            var shares = arena.partitionsByMember(GROUP);
            var one = new Found();
            var two = new Found();
            var apart = new Found();
            for (var round = 1; round <= effort.rounds(); round++) {
                var launches = effort.of(LAUNCHES);
                for (var turn = 0; turn < 2; turn++) {
                    var mine = shares.get(turn);
                    var theirs = shares.get(1 - turn);
                    one.add(answer(
                            both,
                            "one instance",
                            all(some.newLearners(launches, mine), others.newLearners(launches, mine)),
                            heap,
                            console));
                    two.add(answer(
                            both,
                            "two, for the same schools",
                            all(some.newLearners(launches), others.newLearners(launches)),
                            heap,
                            console));
                    apart.add(answer(
                            both,
                            "two, each for its own",
                            all(some.newLearners(launches, mine), others.newLearners(launches, theirs)),
                            heap,
                            console));
                }
            }
            report("one", one, figures);
            report("two", two, figures);
            report("apart", apart, figures);
            compare("two", two, one, figures);
            compare("apart", apart, one, figures);
        }
    }

    private static List<Outgoing> all(List<Outgoing> ofSome, List<Outgoing> ofOthers) {
        return Stream.concat(ofSome.stream(), ofOthers.stream()).toList();
    }

    private static void report(String name, Found found, Figures figures) {
        figures.put("instances." + name + ".per_s", found.rate.median());
        figures.put("instances." + name + ".processor_us", found.processorMicros.median());
    }

    private static void compare(String name, Found found, Found one, Figures figures) {
        figures.put("instances." + name + "_vs_one", found.rate.by(one.rate).median());
        figures.put(
                "instances.processor_" + name + "_vs_one",
                found.processorMicros.by(one.processorMicros).median());
    }

    private static Contestant both(Contestant first, Worker second) {
        return new Contestant(
                Contest.WORKER,
                "",
                List.of(first.pids().get(0), second.pid()),
                List.of(first.urls().get(0), second.url()));
    }

    private static Round answer(Contestant who, String what, List<Outgoing> launches, Heap heap, Console console) {
        var done = KeyWorkers.answer(who, launches, heap);
        console.line(String.format(
                "  %-25s  %,9d launches  %,8.0f a second  %,6.1f µs of processor each",
                what, done.things(), done.rate(), done.processorMicros()));
        return done;
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
