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
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/**
 * What a second instance brings, and whether a launch costs more with it. Two instances run all the time, as long and as far
 * compiled as each other. In turn one of them has all launches, in partitions that it reads; or both have some: keyed by organization, as
 * platforms are advised, so that each has schools of its own; or by learner, so that they compete for the seats of all schools.
 */
public final class InstancesScenario implements Scenario {
    private static final int SCHOOLS = 50;
    private static final int LAUNCHES = 80_000;

    /** As in the turn that follows, but not measured: so many that an instance which met the other before has forgotten it. */
    private static final int LAUNCHES_BEFORE = 30_000;

    private static final Duration IDLE = Duration.ofSeconds(5);

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
            var schools = workers.opened(first, heap, SCHOOLS);
            var both = both(first.contestant(), second);
            console.blank();
            answer(
                    both,
                    "warm-up",
                    schools.newLearners(2 * effort.of(KeyWorkers.LAUNCHES_UNTIL_COMPILED)),
                    heap,
                    console);
            var shares = shares(arena);
            var one = new Found();
            var byOrganization = new Found();
            var byLearner = new Found();
            for (var round = 1; round <= effort.rounds(); round++) {
                for (var share : shares) {
                    one.add(turn(
                            both, "one instance", heap, console, effort, number -> schools.newLearners(number, share)));
                    byOrganization.add(turn(
                            both, "two, by organization", heap, console, effort, schools::newLearnersByOrganization));
                    byLearner.add(turn(both, "two, by learner", heap, console, effort, schools::newLearners));
                }
            }
            if (!shares(arena).equals(shares)) {
                throw new IllegalStateException("Partitions changed hands meanwhile");
            }
            figures.put("instances.idle.processor_ms_per_s", idle(both));
            report("one", one, figures);
            report("by_organization", byOrganization, figures);
            report("by_learner", byLearner, figures);
            compare("by_organization", byOrganization, one, figures);
            compare("by_learner", byLearner, one, figures);
        }
    }

    /** The partitions that each of the two reads. */
    private static List<Set<Integer>> shares(Arena arena) {
        var shares = arena.partitionsByMember(GROUP);
        if (shares.size() != 2 || shares.stream().anyMatch(Set::isEmpty)) {
            throw new IllegalStateException("Not two instances share the launches: " + shares);
        }
        return shares;
    }

    private static Round turn(
            Contestant who,
            String what,
            Heap heap,
            Console console,
            Effort effort,
            IntFunction<List<Outgoing>> launches) {
        KeyWorkers.answer(who, launches.apply(LAUNCHES_BEFORE), heap);
        return answer(who, what, launches.apply(effort.of(LAUNCHES)), heap, console);
    }

    /** Milliseconds a second on processors of one instance that has nothing to do. */
    private static double idle(Contestant both) {
        var before = both.processorTime();
        LockSupport.parkNanos(IDLE.toNanos());
        var spent = both.processorTime().minus(before);
        return (double) spent.toMillis() / IDLE.toSeconds() / both.pids().size();
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
                "  %-20s  %,9d launches  %,8.0f a second  %,6.1f µs of processor each",
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
