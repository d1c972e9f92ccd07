package dev.seatkey.bench.sales;

import dev.seatkey.bench.Effort;
import dev.seatkey.bench.Scenario;
import dev.seatkey.bench.arena.Arena;
import dev.seatkey.bench.arena.Contest;
import dev.seatkey.bench.arena.Contestant;
import dev.seatkey.bench.arena.Heap;
import dev.seatkey.bench.arena.Round;
import dev.seatkey.bench.arena.Running;
import dev.seatkey.bench.arena.Seen;
import dev.seatkey.bench.figures.Figures;
import dev.seatkey.bench.figures.Sample;
import dev.seatkey.bench.opponents.bare.BareWorker;
import dev.seatkey.bench.opponents.bare.Job;
import dev.seatkey.localstack.console.Console;
import dev.seatkey.localstack.up.Progress;
import dev.seatkey.schemas.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** Sales a second, registered and approved, through intake and approval. */
public final class SalesScenario implements Scenario {
    private static final int SALES = 10_000;
    /** They show what there is to move. */
    private static final int FIRST_SALES = 500;

    /** After so many sales code is compiled; after half of them the compilers still take 4 to 7 MB of a worker. */
    private static final int SALES_UNTIL_COMPILED = 160_000;

    private static final int MAILS_UNTIL_COMPILED = 20_000;

    /** Fewer than sales were approved. */
    private static final int MAILS = 40_000;

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Whose memory is told, by the place of its process. */
    private static final Map<String, Integer> WORKERS = Map.of(Topics.SALE_INTAKE, 0, Topics.APPROVAL_WORKER, 1);

    private static final int REGISTERED = 1;
    private static final int APPROVED = 2;

    @Override
    public String name() {
        return "sales";
    }

    @Override
    public String text() {
        return "sales a second from a heap, registered and approved";
    }

    @Override
    public void measure(Effort effort, Path directory, Figures figures, Console console) {
        try (var arena = Arena.open(directory, new Progress(console));
                var heap = new Heap(arena.surroundings(), arena.clock())) {
            var running = new ArrayList<Running>();
            try {
                var worker = workers(arena);
                running.add(worker);
                var workersOffice = new BackOffice(arena.clock());
                heap.send(worker.contestant(), workersOffice.opening());
                sell(worker.contestant(), workersOffice, FIRST_SALES, heap);
                var bare = bare(arena);
                running.add(bare);
                var bareOffice = new BackOffice(arena.clock());
                sell(worker.contestant(), workersOffice, SALES_UNTIL_COMPILED, heap);
                sell(bare.contestant(), bareOffice, SALES_UNTIL_COMPILED, heap);
                console.blank();
                var contest = new Contest("sales", "sales", effort, console);
                contest.enter(worker, who -> sell(who, workersOffice, effort.of(SALES), heap));
                contest.enter(bare, who -> sell(who, bareOffice, effort.of(SALES), heap));
                contest.run().report("sales", figures);
                var notifier = notifier(arena);
                running.add(notifier);
                WORKERS.forEach((name, number) -> figures.putMemory(name, contest.memory(Contest.WORKER, number)));
                figures.putMemory(Topics.NOTIFIER, memory(notifier.contestant(), arena, effort));
            } finally {
                running.forEach(Running::close);
            }
        }
    }

    private static Round sell(Contestant who, BackOffice office, int sales, Heap heap) {
        var done = heap.workOff(who, office.sales(sales), answers(sales));
        // Each sale is two records of the heap.
        return new Round(sales, done.took(), done.processorTime(), done.allocatedBytes());
    }

    /** Each sale is registered and approved. */
    private static Map<String, Integer> answers(int sales) {
        return Map.of(Topics.SALE_EVENTS.name(), 2 * sales);
    }

    private static Running workers(Arena arena) {
        var intake = arena.startWorker(Topics.SALE_INTAKE);
        var approval = arena.startWorker(Topics.APPROVAL_WORKER);
        return new Running(
                new Contestant(
                        Contest.WORKER,
                        "",
                        List.of(intake.pid(), approval.pid()),
                        List.of(intake.url(), approval.url())),
                List.of(intake, approval));
    }

    /** Has mails to send for all sales that were approved before it came. */
    private static Running notifier(Arena arena) {
        var notifier = arena.startWorker(Topics.NOTIFIER);
        return new Running(
                new Contestant(Topics.NOTIFIER, "", List.of(notifier.pid()), List.of(notifier.url())),
                List.of(notifier));
    }

    /** What a notifier holds while it sends mails, in megabytes, once its code is compiled as that of the others is. */
    private static Sample memory(Contestant notifier, Arena arena, Effort effort) {
        var mails = arena.store()
                .getDatabase(arena.surroundings().databaseOf(Topics.NOTIFIER))
                .getCollection("mails");
        var giveUp = System.nanoTime() + PATIENCE.toNanos();
        var memory = new Sample();
        for (var sent = 0L; sent < effort.of(MAILS); sent = mails.estimatedDocumentCount()) {
            if (System.nanoTime() - giveUp > 0) {
                throw new IllegalStateException("The notifier has written " + sent + " mails only");
            }
            if (sent >= effort.of(MAILS_UNTIL_COMPILED)) {
                memory.add(notifier.residentMemory().get(0));
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return memory;
    }

    private static Running bare(Arena arena) {
        var prefix = "bench-bare-";
        arena.createTopics(
                prefix, List.of(Topics.SALE_COMMANDS, Topics.APPROVAL_DECISIONS, Topics.SALE_EVENTS, Topics.SALES));
        var files = new ArrayList<String>();
        jobs(arena, prefix).forEach(job -> {
            var file = arena.file(job.group() + ".json");
            job.writeTo(file);
            files.add(file.toString());
        });
        var process = arena.startOpponent("bare", BareWorker.class, files);
        return new Running(new Contestant("bare", prefix, List.of(process.pid()), List.of()), List.of(process));
    }

    /** What the two workers do for a sale: take it in, take the decision, bring both together, and follow the sale. */
    private static List<Job> jobs(Arena arena, String prefix) {
        var events = prefix + Topics.SALE_EVENTS.name();
        var seen = new Seen(arena);
        var sale = seen.document(Topics.SALE_INTAKE, "sales");
        var approval = seen.document(Topics.APPROVAL_WORKER, "approvals");
        var bytes = seen.meanSize(Topics.SALE_EVENTS.name());
        var told = seen.meanSize(Topics.SALES.name());
        seen.copyIndexes(Topics.SALE_INTAKE, "sales", "bench-bare");
        seen.copyIndexes(Topics.APPROVAL_WORKER, "approvals", "bench-bare");
        return List.of(
                job(
                        arena,
                        prefix,
                        "intake",
                        prefix + Topics.SALE_COMMANDS.name(),
                        List.of(),
                        List.of(),
                        List.of(new Job.Insert("sales", sale.toJson(), Job.Id.KEY, List.of())),
                        List.of(),
                        List.of(new Job.Send(events, bytes, REGISTERED))),
                job(
                        arena,
                        prefix,
                        "decisions",
                        prefix + Topics.APPROVAL_DECISIONS.name(),
                        List.of(),
                        List.of(),
                        List.of(new Job.Insert("approvals", approval.toJson(), Job.Id.KEY, List.of())),
                        List.of(),
                        List.of()),
                job(
                        arena,
                        prefix,
                        "approval",
                        events,
                        List.of(REGISTERED),
                        List.of("approvals"),
                        List.of(),
                        List.of(new Job.Update("approvals", Seen.changeOf(approval), List.of())),
                        List.of(new Job.Send(events, bytes, APPROVED))),
                job(
                        arena,
                        prefix,
                        "status",
                        events,
                        List.of(),
                        List.of("sales"),
                        List.of(),
                        List.of(new Job.Update(
                                "sales", Seen.changeOf(sale, "status", "history", "revision"), List.of(APPROVED))),
                        List.of(new Job.Send(prefix + Topics.SALES.name(), told, 0))));
    }

    private static Job job(
            Arena arena,
            String prefix,
            String name,
            String input,
            List<Integer> kinds,
            List<String> reads,
            List<Job.Insert> inserts,
            List<Job.Update> updates,
            List<Job.Send> sends) {
        var where = arena.surroundings();
        return new Job(
                where.broker(),
                where.store(),
                where.databaseOf("bench-bare"),
                prefix + name,
                input,
                kinds,
                Job.Id.KEY,
                reads,
                inserts,
                updates,
                sends);
    }
}
