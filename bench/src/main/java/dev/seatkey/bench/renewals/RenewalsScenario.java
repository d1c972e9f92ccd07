package dev.seatkey.bench.renewals;

import com.mongodb.client.MongoCollection;
import dev.seatkey.bench.Effort;
import dev.seatkey.bench.Scenario;
import dev.seatkey.bench.arena.Arena;
import dev.seatkey.bench.arena.Contest;
import dev.seatkey.bench.arena.Contestant;
import dev.seatkey.bench.arena.Heap;
import dev.seatkey.bench.arena.Outgoing;
import dev.seatkey.bench.arena.Round;
import dev.seatkey.bench.arena.Running;
import dev.seatkey.bench.arena.Seen;
import dev.seatkey.bench.figures.Figures;
import dev.seatkey.bench.launches.KeyWorkers;
import dev.seatkey.bench.launches.Schools;
import dev.seatkey.bench.opponents.bare.BareRenewals;
import dev.seatkey.bench.opponents.bare.Job;
import dev.seatkey.contract.WorkDue;
import dev.seatkey.localstack.console.Console;
import dev.seatkey.localstack.up.Progress;
import dev.seatkey.schemas.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.Document;

/** Renewals a second: the terms of many keys run out at the same moment, and each is found, renewed and told. */
public final class RenewalsScenario implements Scenario {
    private static final String BARE = "bench-bare";
    private static final int SCHOOLS = 50;
    private static final int KEYS = 100_000;

    private static final Duration TERM = Duration.ofDays(180);

    /** So long that no key comes to its end. */
    private static final int DAYS_OF_A_PLAN = 7_300;

    @Override
    public String name() {
        return "renewals";
    }

    @Override
    public String text() {
        return "renewals a second, when the terms of all keys run out at once";
    }

    @Override
    public void measure(Effort effort, Path directory, Figures figures, Console console) {
        try (var arena = Arena.open(directory, new Progress(console));
                var heap = new Heap(arena.surroundings(), arena.clock())) {
            var running = new ArrayList<Running>();
            try {
                var keyWorkers = new KeyWorkers(arena);
                var worker = keyWorkers.worker();
                running.add(worker);
                var schools = new Schools("renewals", SCHOOLS, arena.clock(), DAYS_OF_A_PLAN);
                keyWorkers.opened(worker, heap, SCHOOLS, schools);
                var fill = schools.newLearners(effort.of(KEYS));
                heap.workOff(worker.contestant(), fill, Map.of(Topics.KEY_EVENTS.name(), fill.size()));
                var newKeys = NewKeys.like(keysOf(arena, Topics.KEY_WORKER));
                // The first renewal shows what there is to move.
                renew(worker.contestant(), newKeys, heap, arena);
                var bare = bare(arena);
                running.add(bare);
                renewBare(bare.contestant(), newKeys, heap, arena);
                console.blank();
                var contest = new Contest("renewals", "keys", effort, console);
                contest.enter(worker, who -> renew(who, newKeys, heap, arena));
                contest.enter(bare, who -> renewBare(who, newKeys, heap, arena));
                contest.run().report("renewals", figures);
            } finally {
                running.forEach(Running::close);
            }
        }
    }

    private static Round renew(Contestant who, NewKeys keys, Heap heap, Arena arena) {
        keys.putInto(keysOf(arena, Topics.KEY_WORKER), arena.clock().instant());
        return heap.time(who, keys.count(), () -> arena.clock().moveAhead(TERM), told(keys.count()));
    }

    /** One record tells it to look. The keys are due at once: what is told to it carries the time of the moved clock. */
    private static Round renewBare(Contestant who, NewKeys keys, Heap heap, Arena arena) {
        keys.putInto(keysOf(arena, BARE), arena.clock().instant().minus(TERM));
        var done = heap.workOff(who, List.of(tick()), told(keys.count()));
        return new Round(keys.count(), done.took(), done.processorTime(), done.allocatedBytes());
    }

    private static Map<String, Integer> told(int keys) {
        return Map.of(Topics.KEY_EVENTS.name(), keys);
    }

    private static Outgoing tick() {
        return new Outgoing(Topics.KEY_WORKER_DUE.name(), "tick", new WorkDue("tick", "all", Instant.EPOCH));
    }

    private static MongoCollection<Document> keysOf(Arena arena, String worker) {
        return arena.store()
                .getDatabase(arena.surroundings().databaseOf(worker))
                .getCollection("keys");
    }

    private static Running bare(Arena arena) {
        var prefix = "bench-bare-";
        var ticks = prefix + Topics.KEY_WORKER_DUE.name();
        var due = prefix + "due";
        var told = prefix + Topics.KEY_EVENTS.name();
        arena.createTopics(Map.of(
                due, Topics.KEY_WORKER_DUE.partitions(),
                told, Topics.KEY_EVENTS.partitions(),
                ticks, 1));
        var seen = new Seen(arena);
        seen.copyIndexes(Topics.KEY_WORKER, "keys", BARE);
        var key = seen.document(Topics.KEY_WORKER, "keys");
        var change = new BsonDocument(
                        "$set", new BsonDocument("position", key.get("position")).append("dueAt", key.get("dueAt")))
                .append("$push", new BsonDocument("terms", new BsonDocument("$each", newestTermOf(key))));
        var where = arena.surroundings();
        var job = new Job(
                where.broker(),
                where.store(),
                where.databaseOf(BARE),
                prefix + "group",
                due,
                List.of(),
                Job.Id.KEY_ITSELF,
                List.of("keys"),
                List.of(),
                List.of(new Job.Update("keys", change.toJson(), List.of())),
                List.of(new Job.Send(told, seen.meanSize(Topics.KEY_EVENTS.name()), 0)));
        var file = arena.file("bare.json");
        job.writeTo(file);
        var process = arena.startOpponent("bare", BareRenewals.class, List.of(file.toString(), ticks));
        return new Running(new Contestant("bare", prefix, List.of(process.pid()), List.of()), List.of(process));
    }

    private static BsonArray newestTermOf(BsonDocument key) {
        var terms = key.getArray("terms");
        return new BsonArray(List.of(terms.get(terms.size() - 1)));
    }
}
