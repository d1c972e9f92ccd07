package dev.seatkey.bench.growth;

import dev.seatkey.bench.Effort;
import dev.seatkey.bench.Scenario;
import dev.seatkey.bench.arena.Arena;
import dev.seatkey.bench.arena.Heap;
import dev.seatkey.bench.arena.Round;
import dev.seatkey.bench.figures.Figures;
import dev.seatkey.bench.figures.Sample;
import dev.seatkey.bench.launches.KeyWorkers;
import dev.seatkey.bench.launches.Schools;
import dev.seatkey.localstack.console.Console;
import dev.seatkey.localstack.stack.Surroundings;
import dev.seatkey.localstack.up.Progress;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a launch costs when the store holds few keys, and many. Says something only on a store with real indexes. */
public final class GrowthScenario implements Scenario {
    private static final List<Integer> SIZES = List.of(10_000, 100_000, 1_000_000);
    private static final int SCHOOLS = 50;

    /** In each round, since each has a worker that was just started. */
    private static final int LAUNCHES_BEFORE = 50_000;

    private static final int LAUNCHES = 10_000;

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public String text() {
        return "what a launch costs with 10,000 keys in the store, with 100,000 and with 1,000,000";
    }

    @Override
    public void measure(Effort effort, Path directory, Figures figures, Console console) {
        try (var arena = Arena.open(directory, new Progress(console));
                var heap = new Heap(arena.surroundings(), arena.clock())) {
            var keyWorkers = new KeyWorkers(arena);
            var full = new LinkedHashMap<Integer, FullStore>();
            var sizes = SIZES.stream().map(effort::of).toList();
            for (var size : sizes) {
                var where = withPrefix(arena.surroundings(), "of-" + size + "-");
                full.put(size, FullStore.filled(arena, where, heap, size, keyWorkers, console));
            }
            console.blank();
            var rates = new LinkedHashMap<Integer, Sample>();
            for (var round = 1; round <= effort.rounds(); round++) {
                for (var each : full.entrySet()) {
                    var done =
                            play(arena, each.getValue(), heap, effort, keyWorkers, "r" + round + "-" + each.getKey());
                    console.line(String.format(
                            "  round %d  %,9d keys  %,8.0f launches a second",
                            round, each.getValue().keys(), done.rate()));
                    rates.computeIfAbsent(each.getKey(), unknown -> new Sample())
                            .add(done.rate());
                }
            }
            rates.forEach((size, sample) -> figures.put("growth." + size + ".per_s", sample.median()));
            rates.forEach((size, sample) -> figures.put("growth." + size + ".micros", 1e6 / sample.median()));
            figures.put("growth.launch_cost", median(rates, sizes.get(0)) / median(rates, sizes.get(sizes.size() - 1)));
        }
    }

    private static double median(Map<Integer, Sample> rates, int size) {
        return Objects.requireNonNull(rates.get(size)).median();
    }

    /**
     * New schools each time, so that their plans are where the worker of this round looks. What they leave is removed: a store of few
     * keys would soon be one of many.
     */
    private static Round play(
            Arena arena, FullStore store, Heap heap, Effort effort, KeyWorkers keyWorkers, String name) {
        try (var worker = keyWorkers.worker(store.where())) {
            var schools = new Schools(name, SCHOOLS, arena.clock());
            keyWorkers.opened(worker, heap, SCHOOLS, schools);
            KeyWorkers.answer(worker.contestant(), schools.newLearners(effort.of(LAUNCHES_BEFORE)), heap);
            store.remove(schools);
            var done = KeyWorkers.answer(worker.contestant(), schools.newLearners(effort.of(LAUNCHES)), heap);
            store.remove(schools);
            return done;
        }
    }

    private static Surroundings withPrefix(Surroundings where, String prefix) {
        return new Surroundings(
                where.broker(),
                where.registry(),
                where.store(),
                where.databasePrefix() + prefix,
                where.mailHost(),
                where.mailPort(),
                where.clock());
    }
}
