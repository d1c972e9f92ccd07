package dev.seatkey.bench.launches;

import dev.seatkey.bench.arena.Arena;
import dev.seatkey.bench.arena.Contest;
import dev.seatkey.bench.arena.Contestant;
import dev.seatkey.bench.arena.Heap;
import dev.seatkey.bench.arena.Outgoing;
import dev.seatkey.bench.arena.Round;
import dev.seatkey.bench.arena.Running;
import dev.seatkey.bench.arena.Seen;
import dev.seatkey.bench.opponents.bare.BareWorker;
import dev.seatkey.bench.opponents.bare.Job;
import dev.seatkey.bench.opponents.plain.PlainWorker;
import dev.seatkey.bench.opponents.streams.StreamsWorker;
import dev.seatkey.localstack.stack.Surroundings;
import dev.seatkey.schemas.Topic;
import dev.seatkey.schemas.Topics;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import io.confluent.kafka.serializers.subject.TopicRecordNameStrategy;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Starts those who answer launches: the key worker and its opponents. */
public final class KeyWorkers {
    /** Consumes and produces in a transaction, nothing else. */
    public static final String ECHO = "echo";

    /**
     * After so many launches code is compiled. Of the first 100,000 compilers take half of the processor time, and of those up to
     * 300,000 still a fifth: what is called once for a batch is called seldom.
     */
    public static final int LAUNCHES_UNTIL_COMPILED = 300_000;

    private static final int ANSWER_BYTES = 250;

    /** What a launch is answered with, and what is told about it. */
    private static final List<Topic> TOPICS = List.of(
            Topics.TEST_LAUNCHES, Topics.SALE_EVENTS, Topics.LAUNCH_RESULTS, Topics.PLAN_EVENTS, Topics.KEY_EVENTS);

    private final Arena arena;

    public KeyWorkers(Arena arena) {
        this.arena = arena;
    }

    /** The product's own. */
    public Running worker() {
        return worker(arena.surroundings());
    }

    /** The product's own, where it finds things elsewhere. */
    public Running worker(Surroundings where) {
        var process = arena.startWorker(Topics.KEY_WORKER, where);
        return new Running(
                new Contestant(Contest.WORKER, "", List.of(process.pid()), List.of(process.url())), List.of(process));
    }

    Running plain() {
        var prefix = newTopics("plain");
        var where = arena.surroundings();
        var avro = Map.of(
                "schema.registry.url",
                where.registry(),
                "specific.avro.reader",
                "true",
                "avro.remove.java.properties",
                "true",
                "value.subject.name.strategy",
                TopicRecordNameStrategy.class.getName());
        var settings = Stream.of(
                "--bench.prefix=" + prefix,
                "--spring.main.banner-mode=off",
                "--spring.main.web-application-type=none",
                "--spring.kafka.bootstrap-servers=" + where.broker(),
                "--spring.kafka.consumer.auto-offset-reset=earliest",
                "--spring.kafka.consumer.isolation-level=read-committed",
                "--spring.kafka.consumer.value-deserializer=" + KafkaAvroDeserializer.class.getName(),
                "--spring.kafka.producer.value-serializer=" + KafkaAvroSerializer.class.getName(),
                "--spring.mongodb.uri=" + where.store(),
                "--spring.mongodb.database=" + where.databaseOf("bench-plain"),
                "--spring.mongodb.representation.uuid=standard",
                "--spring.data.mongodb.auto-index-creation=true");
        var arguments = Stream.concat(
                        settings,
                        avro.entrySet().stream()
                                .map(each -> "--spring.kafka.properties." + each.getKey() + "=" + each.getValue()))
                .toList();
        var process = arena.startOpponent("plain", PlainWorker.class, arguments);
        return new Running(new Contestant("plain", prefix, List.of(process.pid()), List.of()), List.of(process));
    }

    Running streams() {
        var prefix = newTopics("streams");
        var where = arena.surroundings();
        var process = arena.startOpponent(
                "streams",
                StreamsWorker.class,
                List.of(
                        where.broker(),
                        where.registry(),
                        prefix,
                        arena.file("streams-state").toString()));
        return new Running(new Contestant("streams", prefix, List.of(process.pid()), List.of()), List.of(process));
    }

    /** Answers each launch with as many bytes, in a transaction, and does nothing else. */
    public Running echo() {
        var prefix = newTopics(ECHO);
        var where = arena.surroundings();
        var job = new Job(
                where.broker(),
                where.store(),
                where.databaseOf("bench-echo"),
                prefix + "group",
                prefix + Topics.TEST_LAUNCHES.name(),
                List.of(),
                Job.Id.KEY,
                List.of(),
                List.of(),
                List.of(),
                List.of(new Job.Send(prefix + Topics.LAUNCH_RESULTS.name(), ANSWER_BYTES, 0)));
        return moving(ECHO, prefix, job);
    }

    /** Has launches answered, without a look at what else is told about them. */
    public static Round answer(Contestant who, List<Outgoing> launches, Heap heap) {
        return heap.workOff(who, launches, Map.of(Topics.LAUNCH_RESULTS.name(), launches.size()));
    }

    /** Sells plans to schools and waits until a launch for each of them is granted. */
    public Schools opened(Running running, Heap heap, int count) {
        return opened(running, heap, count, new Schools(running.contestant().name(), count, arena.clock()));
    }

    /** Sells plans to these schools and waits until a launch for each of them is granted. */
    public Schools opened(Running running, Heap heap, int count, Schools schools) {
        var contestant = running.contestant();
        heap.send(contestant, schools.plans());
        Granted.await(arena.surroundings(), contestant, () -> heap.send(contestant, schools.oneEach()), count);
        return schools;
    }

    /** Launches of learners who come for the first time, or again. */
    enum Kind {
        FIRST,
        REPEATED
    }

    /** Moves for each launch what the worker, which must have answered some, moves for one of the given kind. */
    Running bare(String name, Kind kind) {
        var prefix = "bench-" + name + "-";
        if (kind == Kind.FIRST) {
            newTopics(name);
        }
        return moving(name + "-" + kind, prefix, job(kind, prefix));
    }

    private Job job(Kind kind, String prefix) {
        var seen = new Seen(arena);
        List.of("launches", "seats", "keys").forEach(each -> seen.copyIndexes(Topics.KEY_WORKER, each, "bench-bare"));
        var ruling = insert(seen, "launches", Job.Id.PLACE);
        var answer = send(seen, prefix, Topics.LAUNCH_RESULTS.name());
        var isFirst = kind == Kind.FIRST;
        var where = arena.surroundings();
        return new Job(
                where.broker(),
                where.store(),
                where.databaseOf("bench-bare"),
                prefix + "group",
                prefix + Topics.TEST_LAUNCHES.name(),
                List.of(),
                Job.Id.KEY,
                isFirst ? List.of() : List.of("seats", "keys"),
                isFirst
                        ? List.of(
                                ruling,
                                insert(seen, "seats", Job.Id.KEY, "number"),
                                insert(seen, "keys", Job.Id.KEY, "code"))
                        : List.of(ruling),
                List.of(),
                isFirst
                        ? List.of(
                                send(seen, prefix, Topics.PLAN_EVENTS.name()),
                                send(seen, prefix, Topics.KEY_EVENTS.name()),
                                answer)
                        : List.of(answer));
    }

    private static Job.Send send(Seen seen, String prefix, String topic) {
        return new Job.Send(prefix + topic, seen.meanSize(topic), 0);
    }

    private static Job.Insert insert(Seen seen, String collection, Job.Id id, String... unique) {
        return new Job.Insert(
                collection, seen.document(Topics.KEY_WORKER, collection).toJson(), id, List.of(unique));
    }

    private Running moving(String name, String prefix, Job job) {
        var file = arena.file(name + ".json");
        job.writeTo(file);
        var process = arena.startOpponent(name, BareWorker.class, List.of(file.toString()));
        return new Running(
                new Contestant(name.replaceAll("-.*", ""), prefix, List.of(process.pid()), List.of()),
                List.of(process));
    }

    private String newTopics(String name) {
        var prefix = "bench-" + name + "-";
        arena.createTopics(prefix, TOPICS);
        return prefix;
    }
}
