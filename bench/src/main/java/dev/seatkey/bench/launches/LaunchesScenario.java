package dev.seatkey.bench.launches;

import dev.seatkey.bench.Effort;
import dev.seatkey.bench.Scenario;
import dev.seatkey.bench.arena.Arena;
import dev.seatkey.bench.arena.Contest;
import dev.seatkey.bench.arena.Heap;
import dev.seatkey.bench.arena.Running;
import dev.seatkey.bench.figures.Figures;
import dev.seatkey.localstack.console.Console;
import dev.seatkey.localstack.up.Progress;
import dev.seatkey.schemas.Topics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Launches a second: by learners who come for the first time, and by those who come again. */
public final class LaunchesScenario implements Scenario {
    private static final int SCHOOLS = 50;
    private static final int LAUNCHES = 25_000;

    /** As many as take a slow contestant about as long. */
    private static final int FEW_LAUNCHES = 2_500;

    @Override
    public String name() {
        return "launches";
    }

    @Override
    public String text() {
        return "launches a second from a heap, first ones and repeated ones";
    }

    @Override
    public void measure(Effort effort, Path directory, Figures figures, Console console) {
        try (var arena = Arena.open(directory, new Progress(console));
                var heap = new Heap(arena.surroundings(), arena.clock())) {
            var running = new ArrayList<Running>();
            try {
                measure(new KeyWorkers(arena), running, arena, heap, effort, figures, console);
            } finally {
                running.forEach(Running::close);
            }
        }
    }

    private static void measure(
            KeyWorkers keyWorkers,
            List<Running> running,
            Arena arena,
            Heap heap,
            Effort effort,
            Figures figures,
            Console console) {
        var many = effort.of(LAUNCHES);
        var few = effort.of(FEW_LAUNCHES);
        var worker = keyWorkers.worker();
        running.add(worker);
        var workers = keyWorkers.opened(worker, heap, SCHOOLS);
        var bare = keyWorkers.bare("bare", KeyWorkers.Kind.FIRST);
        running.add(bare);
        var bares = new Schools("bare", SCHOOLS, arena.clock());
        var plain = keyWorkers.plain();
        running.add(plain);
        var plains = keyWorkers.opened(plain, heap, SCHOOLS);
        var streams = keyWorkers.streams();
        running.add(streams);
        var streamed = keyWorkers.opened(streams, heap, SCHOOLS);
        var before = effort.of(KeyWorkers.LAUNCHES_UNTIL_COMPILED);
        KeyWorkers.answer(worker.contestant(), workers.newLearners(before), heap);
        KeyWorkers.answer(bare.contestant(), bares.newLearners(before), heap);
        KeyWorkers.answer(streams.contestant(), streamed.newLearners(before), heap);
        KeyWorkers.answer(plain.contestant(), plains.newLearners(before * FEW_LAUNCHES / LAUNCHES), heap);
        console.blank();
        var rounds = effort.inShortRounds();
        var first = new Contest("first", "launches", rounds, console);
        first.enter(worker, who -> heap.workOff(who, workers.newLearners(many), firstAnswers(many)));
        first.enter(bare, who -> heap.workOff(who, bares.newLearners(many), firstAnswers(many)));
        first.enter(plain, who -> heap.workOff(who, plains.newLearners(few), firstAnswers(few)));
        first.enter(streams, who -> heap.workOff(who, streamed.newLearners(many), firstAnswers(many)));
        first.run().report("launches.first", figures);

        bare.close();
        running.remove(bare);
        var bareAgain = keyWorkers.bare("bare", KeyWorkers.Kind.REPEATED);
        running.add(bareAgain);
        KeyWorkers.answer(worker.contestant(), workers.knownLearners(before), heap);
        KeyWorkers.answer(bareAgain.contestant(), bares.knownLearners(before), heap);
        var repeated = new Contest("repeat", "launches", rounds, console);
        repeated.enter(worker, who -> KeyWorkers.answer(who, workers.knownLearners(many), heap));
        repeated.enter(bareAgain, who -> KeyWorkers.answer(who, bares.knownLearners(many), heap));
        repeated.run().report("launches.repeat", figures);
        figures.putMemory(Topics.KEY_WORKER, first.memory(Contest.WORKER, 0).with(repeated.memory(Contest.WORKER, 0)));
    }

    private static Map<String, Integer> firstAnswers(int launches) {
        return Map.of(
                Topics.LAUNCH_RESULTS.name(), launches,
                Topics.KEY_EVENTS.name(), launches,
                Topics.PLAN_EVENTS.name(), launches);
    }
}
